package dev.linkscope.ui.notices;

import dev.linkscope.domain.probe.TargetUrl;
import dev.linkscope.engine.port.Alerts;
import dev.linkscope.engine.port.NoticeChannels;
import dev.linkscope.ui.common.Background;
import dev.linkscope.ui.common.Nodes;
import dev.linkscope.ui.common.Wording;
import dev.linkscope.ui.notices.AlertsForm.Problem;
import java.time.InstantSource;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import javafx.scene.Node;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.FlowPane;
import org.jspecify.annotations.Nullable;

/**
 * How the user wants to be told: this desktop, quiet hours, a webhook, a command. Taken at once; a
 * line that is typed is taken with Enter or when the user goes on, as half an address or half a
 * command is none.
 */
public final class AlertsParts {
    private final Wording wording;
    private final Background background;
    private final NoticeChannels channels;
    private final AlertsTrial trial;
    private final AlertsLayout layout;
    private final Saver save;
    private final Consumer<String> say;
    private final CheckBox desktop = new CheckBox();
    private final CheckBox quiet = new CheckBox();
    private final TextField from = new TextField();
    private final TextField to = new TextField();
    private final CheckBox hook = new CheckBox();
    private final TextField address = new TextField();
    private final TextField command = new TextField();
    private final Label wrongTime = AlertsLayout.complaint("wrong-quiet");
    private final Label wrongAddress = AlertsLayout.complaint("wrong-webhook");
    private final Label wrongCommand = AlertsLayout.complaint("wrong-command");
    private final List<AlertsPart> all;
    private Alerts now;

    /** The webhook whose address is in the keychain; null if there is none. */
    private @Nullable TargetUrl known;

    /** The address that was given last. */
    private @Nullable TargetUrl given;

    private boolean showing;

    /** Changes what the user wants. */
    @FunctionalInterface
    public interface Saver {
        /**
         * Stores a change.
         *
         * @param canBeUndone false where an address in the keychain was replaced
         */
        void save(UnaryOperator<Alerts> change, boolean canBeUndone);
    }

    /**
     * Parts.
     *
     * @param before what the user wants now
     * @param say tells the user something
     */
    public AlertsParts(
            Wording wording,
            Alerts before,
            NoticeChannels channels,
            Background background,
            InstantSource clock,
            Saver save,
            Consumer<String> say) {
        this.wording = wording;
        this.channels = channels;
        this.background = background;
        this.trial = new AlertsTrial(channels, background, clock, wording);
        this.layout = new AlertsLayout(wording);
        this.save = save;
        this.say = say;
        now = before;
        known = before.webhook();
        all =
                List.of(
                        new AlertsPart("desktop", desktopPart()),
                        new AlertsPart("quiet", quietPart()),
                        new AlertsPart("webhook", hookPart()),
                        new AlertsPart("command", commandPart()));
        fill();
        List.of(desktop, quiet, hook).forEach(box -> box.setOnAction(event -> take()));
        List.of(from, to, address, command).forEach(this::takeWhenDone);
    }

    private void takeWhenDone(TextField field) {
        field.setOnAction(event -> take());
        field.focusedProperty()
                .addListener((property, old, focused) -> {
                    if (!focused) {
                        take();
                    }
                });
    }

    /** The parts, in order. */
    public List<AlertsPart> all() {
        return all;
    }

    /** Shows what the user wants now. */
    public void show(Alerts alerts) {
        boolean differs = !wanted(alerts).equals(alerts);
        now = alerts;
        if (differs) {
            fill();
            complain(Set.of());
        }
    }

    private void fill() {
        showing = true;
        AlertsForm form = AlertsForm.of(now);
        desktop.setSelected(form.desktop());
        quiet.setSelected(form.quiet());
        from.setText(form.from());
        to.setText(form.to());
        hook.setSelected(form.hook());
        command.setText(form.command());
        TargetUrl origin = known;
        address.setPromptText(
                origin == null
                        ? wording.text("alerts.webhook.prompt")
                        : wording.text("alerts.webhook.known", origin.origin()));
        command.setPromptText(wording.text("alerts.command.prompt"));
        showing = false;
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

    /** What the fields ask for, beside what they do not show. */
    private Alerts wanted(Alerts old) {
        return form().applied(old, known);
    }

    private void take() {
        if (showing) {
            return;
        }
        AlertsForm form = form();
        complain(form.problems(known));
        TargetUrl full = form.hook() ? form.typed().orElse(null) : null;
        if (full != null && !full.equals(given)) {
            given = full;
            keepAddress(full, () -> save.save(old -> form.applied(old, known), false));
        } else if (!wanted(now).equals(now)) {
            TargetUrl origin = known;
            save.save(old -> form.applied(old, origin), true);
        }
    }

    private void complain(Set<Problem> problems) {
        tell(wrongTime, problems.contains(Problem.TIME), Problem.TIME);
        tell(wrongAddress, problems.contains(Problem.ADDRESS), Problem.ADDRESS);
        tell(wrongCommand, problems.contains(Problem.COMMAND), Problem.COMMAND);
    }

    private void tell(Label complaint, boolean wrong, Problem problem) {
        complaint.setText(wrong ? wording.text("alerts.bad." + problem) : "");
    }

    /** The keychain first: no notice may go to a new host with an old address. */
    private void keepAddress(TargetUrl full, Runnable then) {
        background.start(
                "webhook-address",
                () -> channels.keepWebhook(full),
                kept -> {
                    known = new TargetUrl(full.origin());
                    then.run();
                    if (!kept) {
                        say.accept(wording.text("alerts.webhook.unkept"));
                    }
                },
                failure -> {
                    given = null;
                    say.accept(wording.text("alerts.webhook.unkept"));
                });
    }

    /** Takes what was typed and not taken yet. */
    public void flush() {
        take();
    }

    /** Nothing will be undone any more: an address that nobody uses is forgotten. */
    public void close() {
        if (now.webhook() == null && known != null) {
            background.start(
                    "webhook-address",
                    () -> {
                        channels.forgetWebhook();
                        return true;
                    },
                    done -> {},
                    failure -> say.accept(wording.text("alerts.webhook.unforgotten")));
        }
    }

    private Node desktopPart() {
        layout.named(desktop, "alerts-desktop", "alerts.desktop");
        return layout.part(
                "desktop",
                (button, result) ->
                        trial.run(button, result, (ways, notice) -> ways.tryDesktop(notice)),
                desktop);
    }

    private Node quietPart() {
        layout.named(quiet, "alerts-quiet", "alerts.quiet");
        from.setId("quiet-from");
        to.setId("quiet-to");
        from.setAccessibleText(wording.text("alerts.quiet.from"));
        to.setAccessibleText(wording.text("alerts.quiet.to"));
        from.setPrefColumnCount(5);
        to.setPrefColumnCount(5);
        var row =
                new FlowPane(
                        Nodes.labelled(wording.text("alerts.quiet.from")),
                        from,
                        Nodes.labelled(wording.text("alerts.quiet.to")),
                        to);
        row.getStyleClass().add("choices");
        row.disableProperty().bind(quiet.selectedProperty().not());
        return AlertsLayout.stacked(quiet, row, wrongTime);
    }

    private Node hookPart() {
        layout.named(hook, "alerts-hook", "alerts.webhook");
        address.setId("hook-address");
        address.setAccessibleText(wording.text("alerts.webhook"));
        address.disableProperty().bind(hook.selectedProperty().not());
        return layout.part(
                "webhook",
                (button, result) -> {
                    AlertsForm form = form();
                    if (form.hook() && form.problems(known).contains(Problem.ADDRESS)) {
                        result.setText(wording.text("alerts.bad.ADDRESS"));
                        return;
                    }
                    TargetUrl full = form.typed().orElse(null);
                    trial.run(button, result, (ways, notice) -> ways.tryWebhook(full, notice));
                },
                hook,
                address,
                wrongAddress);
    }

    private Node commandPart() {
        command.setId("alerts-command");
        command.setAccessibleText(wording.text("alerts.command"));
        return layout.part(
                "command",
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
                },
                command,
                wrongCommand);
    }
}
