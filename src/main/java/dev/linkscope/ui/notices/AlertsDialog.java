package dev.linkscope.ui.notices;

import dev.linkscope.domain.probe.TargetUrl;
import dev.linkscope.engine.port.Alerts;
import dev.linkscope.engine.port.NoticeChannels;
import dev.linkscope.ui.common.Background;
import dev.linkscope.ui.common.FxExecutor;
import dev.linkscope.ui.common.Nodes;
import dev.linkscope.ui.common.Wording;
import java.time.InstantSource;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/** How the user wants to be told: this desktop, quiet hours, a webhook, a command. */
public final class AlertsDialog extends VBox {
    private final Wording wording;
    private final Alerts before;
    private final Background background;
    private final NoticeChannels channels;
    private final AlertsTrial trial;
    private final Consumer<UnaryOperator<Alerts>> save;
    private final Consumer<String> say;
    private final Runnable onClose;
    private final CheckBox desktop = new CheckBox();
    private final CheckBox quiet = new CheckBox();
    private final TextField from = new TextField();
    private final TextField to = new TextField();
    private final CheckBox hook = new CheckBox();
    private final TextField address = new TextField();
    private final TextField command = new TextField();
    private final Label complaint = Nodes.onlyWithText(Nodes.wrapped("complaint"));

    /**
     * A dialog.
     *
     * @param before what the user wants now
     * @param silenced printers that are muted or planned off, to be watched again; see {@link
     *     SilencedPrinters}
     * @param save changes what the user wants
     * @param say tells the user something once the dialog is closed
     * @param onClose closes the dialog
     */
    public AlertsDialog(
            Wording wording,
            Alerts before,
            NoticeChannels channels,
            Background background,
            InstantSource clock,
            Node silenced,
            Consumer<UnaryOperator<Alerts>> save,
            Consumer<String> say,
            Runnable onClose) {
        this.wording = wording;
        this.before = before;
        this.channels = channels;
        this.background = background;
        this.trial = new AlertsTrial(channels, background, clock, wording);
        this.save = save;
        this.say = say;
        this.onClose = onClose;
        getStyleClass().add("dialog-card");
        setId("alerts");
        setMaxHeight(USE_PREF_SIZE);
        fill(AlertsForm.of(before));
        var body = new VBox(desktopPart(), quietPart(), hookPart(), commandPart(), silenced);
        body.getStyleClass().addAll("dialog-body", "alerts-body");
        var scroll = new ScrollPane(body);
        scroll.setFitToWidth(true);
        scroll.getStyleClass().add("dialog-scroll");
        VBox.setVgrow(scroll, Priority.SOMETIMES);
        // A scroll pane asks for the height that its content would have without wrapping; and not
        // within the layout that found it, as the new wish would be overlooked.
        body.heightProperty()
                .subscribe((old, now) ->
                        FxExecutor.FX.execute(
                                () -> scroll.setPrefViewportHeight(now.doubleValue())));
        Label title = Nodes.labelled(wording.text("alerts.title"), "dialog-title");
        getChildren().setAll(title, scroll, complaint, buttons());
        setOnKeyPressed(event -> {
            if (event.getCode() == KeyCode.ESCAPE) {
                onClose.run();
                event.consume();
            }
        });
    }

    private void fill(AlertsForm form) {
        desktop.setSelected(form.desktop());
        quiet.setSelected(form.quiet());
        from.setText(form.from());
        to.setText(form.to());
        hook.setSelected(form.hook());
        command.setText(form.command());
        TargetUrl known = before.webhook();
        address.setPromptText(
                known == null
                        ? wording.text("alerts.webhook.prompt")
                        : wording.text("alerts.webhook.known", known.origin()));
        command.setPromptText(wording.text("alerts.command.prompt"));
    }

    private AlertsForm form() {
        return new AlertsForm(
                desktop.isSelected(),
                quiet.isSelected(),
                from.getText(),
                to.getText(),
                hook.isSelected(),
                address.getText(),
                command.getText());
    }

    private Node desktopPart() {
        named(desktop, "alerts-desktop", "alerts.desktop");
        return part(
                desktop,
                null,
                "alerts.desktop.try",
                "try-desktop",
                (button, result) ->
                        trial.run(button, result, (ways, notice) -> ways.tryDesktop(notice)));
    }

    private Node quietPart() {
        named(quiet, "alerts-quiet", "alerts.quiet");
        from.setId("quiet-from");
        to.setId("quiet-to");
        from.setAccessibleText(wording.text("alerts.quiet.from"));
        to.setAccessibleText(wording.text("alerts.quiet.to"));
        from.setPrefColumnCount(5);
        to.setPrefColumnCount(5);
        var row =
                new HBox(
                        Nodes.labelled(wording.text("alerts.quiet.from")),
                        from,
                        Nodes.labelled(wording.text("alerts.quiet.to")),
                        to);
        row.getStyleClass().add("choices");
        row.disableProperty().bind(quiet.selectedProperty().not());
        var part = new VBox(quiet, row, why("alerts.quiet.why"));
        part.getStyleClass().add("sign-in");
        return part;
    }

    private Node hookPart() {
        named(hook, "alerts-hook", "alerts.webhook");
        address.setId("hook-address");
        address.setAccessibleText(wording.text("alerts.webhook"));
        address.disableProperty().bind(hook.selectedProperty().not());
        return part(
                hook,
                new VBox(address, why("alerts.webhook.why")),
                "alerts.webhook.try",
                "try-hook",
                (button, result) -> {
                    AlertsForm form = form();
                    if (form.hook()
                            && form.problem(before.webhook()) == AlertsForm.Problem.ADDRESS) {
                        result.setText(wording.text("alerts.bad.ADDRESS"));
                        return;
                    }
                    TargetUrl full = form.typed().orElse(null);
                    trial.run(button, result, (ways, notice) -> ways.tryWebhook(full, notice));
                });
    }

    private Node commandPart() {
        command.setId("alerts-command");
        Label label = Nodes.labelled(wording.text("alerts.command"));
        label.setLabelFor(command);
        return part(
                label,
                new VBox(command, why("alerts.command.why")),
                "alerts.command.try",
                "try-command",
                (button, result) -> {
                    AlertsForm form = form();
                    if (form.arguments().isEmpty()) {
                        result.setText(wording.text("alerts.bad.COMMAND"));
                        return;
                    }
                    trial.run(
                            button,
                            result,
                            (ways, notice) -> ways.tryCommand(form.arguments(), notice));
                });
    }

    /** What a trial does with its button and the label of its result. */
    private interface Trial {
        void run(Button button, Label result);
    }

    private Node part(Node head, @Nullable Node fields, String tryKey, String id, Trial what) {
        var button = new Button(wording.text(tryKey));
        button.setId(id);
        button.getStyleClass().add("small");
        button.setMinWidth(USE_PREF_SIZE);
        Label result = Nodes.onlyWithText(Nodes.wrapped("small"));
        result.setId(id + "-result");
        button.setOnAction(event -> what.run(button, result));
        var top = new HBox(head, Nodes.spacer(), button);
        top.getStyleClass().add("buttons");
        var part = fields == null ? new VBox(top, result) : new VBox(top, fields, result);
        part.getStyleClass().add("sign-in");
        return part;
    }

    private void named(CheckBox box, String id, String key) {
        box.setId(id);
        box.setText(wording.text(key));
    }

    private Label why(String key) {
        Label why = Nodes.wrapped("muted", "small");
        why.setText(wording.text(key));
        return why;
    }

    private Node buttons() {
        var cancel = new Button(wording.text("alerts.cancel"));
        cancel.setId("alerts-cancel");
        cancel.setOnAction(event -> onClose.run());
        var keep = new Button(wording.text("alerts.save"));
        keep.setId("alerts-save");
        keep.setDefaultButton(true);
        keep.setOnAction(event -> saveAndClose());
        cancel.setMinWidth(USE_PREF_SIZE);
        keep.setMinWidth(USE_PREF_SIZE);
        var row = new HBox(cancel, Nodes.spacer(), keep);
        row.getStyleClass().add("buttons");
        return row;
    }

    private void saveAndClose() {
        AlertsForm form = form();
        AlertsForm.Problem problem = form.problem(before.webhook());
        if (problem != null) {
            complaint.setText(wording.text("alerts.bad." + problem));
            return;
        }
        TargetUrl full = form.hook() ? form.typed().orElse(null) : null;
        boolean forget = !form.hook() && before.webhook() != null;
        if (full == null && !forget) {
            save.accept(form::applied);
        } else {
            keepAddress(full, () -> save.accept(form::applied));
        }
        onClose.run();
    }

    /** The keychain first: no notice may go to a new host with an old address. */
    private void keepAddress(@Nullable TargetUrl full, Runnable then) {
        background.start(
                "webhook-address",
                () -> {
                    if (full == null) {
                        channels.forgetWebhook();
                        return true;
                    }
                    return channels.keepWebhook(full);
                },
                kept -> {
                    then.run();
                    if (!kept) {
                        say.accept(wording.text("alerts.webhook.unkept"));
                    }
                },
                failure -> say.accept(wording.text("alerts.webhook.unkept")));
    }

    /** Puts the cursor into the first field. */
    public void focusFirst() {
        desktop.requestFocus();
    }
}
