package dev.linkscope.ui.fix;

import dev.linkscope.domain.fix.StepKind;
import dev.linkscope.domain.fix.Trial;
import dev.linkscope.engine.fix.FixDesk;
import dev.linkscope.engine.fix.FixView;
import dev.linkscope.ui.common.FxExecutor;
import dev.linkscope.ui.common.Nodes;
import dev.linkscope.ui.common.Wording;
import dev.linkscope.ui.connect.Question;
import java.time.InstantSource;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.materialdesign2.MaterialDesignC;

/** The card that leads through a plan: one step at a time, watched until it is known. */
public final class FixWizard extends VBox {
    private final FixModel model;
    private final FixText text;
    private final Wording wording;
    private final Door door;
    private final InstantSource clock;
    private final FixDesk desk;
    private final Label title = Nodes.wrapped("dialog-title");
    private final Label place = Nodes.label("muted", "small");
    private final StepBar steps;
    private final VBox body = new VBox();
    private final Label stepTitle = Nodes.wrapped("fix-step-title");
    private final Label stepText = Nodes.wrapped("muted");
    private final DrawingView drawing;
    private final Label waiting = Nodes.onlyWithText(Nodes.wrapped("fix-waiting"));
    private final Label other = Nodes.onlyWithText(Nodes.wrapped("fix-note"));
    private final MemberList members;
    private final OutcomeBanner outcome;
    private final TrialPane trial;
    private final Label back = Nodes.onlyWithText(Nodes.wrapped());
    private final LookPane look;
    private final PrintingPane printing;
    private final Label said = Nodes.onlyWithText(Nodes.wrapped("fix-said"));
    private final Label problem = Nodes.onlyWithText(Nodes.wrapped("fix-problem"));
    private final AskedPane questions;
    private final BusyRow busy;
    private final ButtonRow buttons;
    private Focus focus = new Focus("", FixStage.BEFORE, FixMode.NONE, "", true);

    /** What the wizard shows; the cursor is placed anew when any of it changes. */
    private record Focus(
            String step, FixStage stage, FixMode mode, String problem, boolean working) {}

    /** What the window does for the wizard. */
    public interface Door {
        /** Takes the wizard away. */
        void close();

        /** Offers to write the report of a plan's printers. */
        void export(FixView view);

        /** It was left until later. */
        void paused(FixView view);

        /** What came of a change after the wizard was closed. */
        void told(String what);
    }

    /** A wizard that goes on with what was begun. */
    public FixWizard(FixTools tools, FixView begun, Door door) {
        this.door = door;
        text = new FixText(tools.wording());
        model = new FixModel(tools, begun, text, door::told);
        desk = tools.desk();
        clock = tools.clock();
        wording = tools.wording();
        steps = new StepBar(text);
        drawing = new DrawingView(wording);
        members = new MemberList(wording, this::draw);
        outcome = new OutcomeBanner(wording);
        trial = new TrialPane(wording);
        look = new LookPane(text);
        printing = new PrintingPane(wording, model);
        questions = new AskedPane(wording, this::requestFocus);
        busy = new BusyRow(wording, () -> model.work().stop());
        buttons = new ButtonRow(wording, this::perform);
        getStyleClass().addAll("dialog-card", "wide", "fix-wizard");
        setId("fix-wizard");
        setMaxHeight(USE_PREF_SIZE);
        stepTitle.setId("fix-step-title");
        waiting.setId("fix-waiting");
        said.setId("fix-said");
        problem.setId("fix-problem");
        waiting.setGraphic(Nodes.icon(MaterialDesignC.CLOCK_OUTLINE, "muted-icon"));
        place.setMinWidth(USE_PREF_SIZE);
        HBox.setHgrow(title, Priority.ALWAYS);
        title.setMaxWidth(Double.MAX_VALUE);
        var head = new HBox(title, place);
        head.setAlignment(Pos.BASELINE_LEFT);
        getChildren().setAll(head, steps, scrolling(), busy, buttons);
        new FixKeys(this, buttons, this::perform, () -> model.work().busyKey() != null).listen();
        model.onChange(this::draw);
        draw();
    }

    private ScrollPane scrolling() {
        var words = new VBox(stepTitle, stepText);
        words.getStyleClass().add("fix-words");
        words.setMinWidth(0);
        HBox.setHgrow(words, Priority.ALWAYS);
        var step = new HBox(words, drawing);
        step.getStyleClass().add("fix-step-row");
        body.getStyleClass().add("fix-body");
        body.getChildren()
                .setAll(
                        step, waiting, other, members, outcome, trial, back, look, printing, said,
                        problem, questions);
        var scroll = new ScrollPane(body);
        scroll.setFitToWidth(true);
        scroll.getStyleClass().addAll("dialog-scroll", "fix-scroll");
        scroll.setFocusTraversable(false);
        VBox.setVgrow(scroll, Priority.SOMETIMES);
        // A scroll pane asks for the height that its content would have without wrapping.
        body.heightProperty()
                .subscribe((before, now) ->
                        FxExecutor.FX.execute(
                                () -> scroll.setPrefViewportHeight(now.doubleValue())));
        return scroll;
    }

    private void draw() {
        FixView view = model.view();
        String who = text.who(view);
        int at = FixChoices.index(view);
        title.setText(text.title(view));
        place.setText(wording.text("fixwizard.place", at + 1, view.plan().steps().size()));
        steps.show(view);
        stepTitle.setText(text.title(view.step(), who));
        stepText.setText(text.text(view.step(), who));
        String picture = view.step().drawing();
        drawing.show(picture == null ? null : desk.drawing(picture).orElse(null));
        members.show(view);
        FixView.Member chosen = members.chosen(view);
        drawStage(view, chosen);
        look.show(model.asked().looks(), view);
        printing.show(model);
        said.setText(String.join("\n", model.said()));
        problem.setText(model.work().problem());
        buttons.show(model.choices());
        buttons.button(FixCommand.UNDONE)
                .setText(
                        wording.text(
                                model.undoable().isEmpty()
                                        ? "fixwizard.do.UNDONE"
                                        : "fixwizard.do.UNDONE.now"));
        buttons.button(FixCommand.UNDO)
                .setText(
                        wording.text(
                                model.undoable().isEmpty()
                                        ? "fixwizard.do.UNDONE"
                                        : "fixwizard.do.UNDO"));
        place(view);
    }

    private void drawStage(FixView view, FixView.Member chosen) {
        FixStage stage = FixStage.of(view);
        boolean before =
                (stage == FixStage.BEFORE || model.asked().mode() == FixMode.AGAIN)
                        && view.step().kind() != StepKind.HUMAN;
        boolean wait = before && (view.step().watched() || !chosen.ready());
        waiting.setText(wait ? wording.messages().render(chosen.announcement()) : "");
        waiting.getStyleClass().remove("too-early");
        if (!chosen.ready()) {
            waiting.getStyleClass().add("too-early");
        }
        other.setText(
                before
                        ? model.watchedElsewhere()
                                .map(step ->
                                        wording.text(
                                                "fixwizard.other",
                                                text.title(step, text.who(view))))
                                .orElse("")
                        : "");
        Trial change = chosen.trial();
        FixStage own =
                stage == FixStage.PAUSED || stage == FixStage.ENDED || change == null
                        ? stage
                        : FixStage.of(change);
        outcome.show(own, view.step().experiment(), change, view.remindAt(), clock.instant());
        trial.show(model.asked().mode() == FixMode.AGAIN ? null : change, chosen.figures());
        back.setText(backText(view, own));
    }

    /** How to undo an experiment: when it is asked for, and when it did not help. */
    private String backText(FixView view, FixStage own) {
        if (model.asked().mode() == FixMode.SHUTTING) {
            return wording.text("fixwizard.shut", text.who(view));
        }
        boolean over = own == FixStage.NOT_FIXED || own == FixStage.GIVEN_UP;
        boolean told =
                model.asked().mode() == FixMode.UNDOING
                        || (over && model.asked().mode() == FixMode.NONE);
        return told && view.step().experiment() ? text.back(view.step(), text.who(view)) : "";
    }

    private void place(FixView view) {
        String working = model.work().busyKey();
        busy.show(working);
        setAccessibleText(
                working == null ? title.getText() : wording.text("fixwizard.busy." + working));
        boolean must = model.asked().mustSay() && !model.asked().nothingPrints();
        buttons.button(FixCommand.CARRY_OUT).setDisable(must);
        buttons.button(FixCommand.SHUT_NOW).setDisable(must);
        var now =
                new Focus(
                        view.step().id(),
                        FixStage.of(view),
                        model.asked().mode(),
                        model.work().problem(),
                        working != null);
        boolean moved = !now.equals(focus);
        focus = now;
        if (moved && working != null) {
            // What loses the cursor by being disabled would hand it to whatever comes next.
            requestFocus();
        }
        buttons.setDisable(working != null);
        if (moved && working == null) {
            focusFirst();
        }
    }

    private void perform(FixCommand command) {
        switch (command) {
            case CLOSE -> close();
            case PAUSE -> {
                FixView view = model.view();
                model.pause(() -> {
                    close();
                    door.paused(view);
                });
            }
            case FINISH -> model.finish(this::close);
            case EXPORT -> door.export(model.view());
            default -> model.perform(command);
        }
    }

    private void close() {
        questions.refuse();
        model.close();
        door.close();
    }

    /** Looks for news; cheap. */
    public void refresh() {
        model.refresh();
    }

    /** Puts a question of a link to the user. */
    public void ask(Question question) {
        questions.ask(question);
    }

    /** The question was answered elsewhere. */
    public void answered() {
        questions.answered();
    }

    /** Puts the cursor where the user most likely goes on. */
    public void focusFirst() {
        Button primary = buttons.primary();
        if (questions.focusFirst()) {
            return;
        }
        if (model.work().busyKey() != null) {
            requestFocus();
        } else if (primary.isDisabled()) {
            printing.tick().requestFocus();
        } else {
            primary.requestFocus();
        }
    }
}
