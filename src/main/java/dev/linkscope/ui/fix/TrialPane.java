package dev.linkscope.ui.fix;

import dev.linkscope.domain.fix.Trial;
import dev.linkscope.domain.fix.TrialState;
import dev.linkscope.engine.fix.TrialView;
import dev.linkscope.ui.common.Nodes;
import dev.linkscope.ui.common.Tone;
import dev.linkscope.ui.common.Wording;
import java.time.Duration;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/** A change in figures: before it, since it, how far the watching has come, and what is known. */
final class TrialPane extends VBox {
    /** Bounds of judgement as in a pane: below the first it is usually no problem. */
    private static final double FINE = 0.05;

    private static final double TAKE_ACTION = 0.20;

    private final Wording wording;
    private final Side before = new Side("fix-before");
    private final Side after = new Side("fix-after");
    private final ProgressBar bar = new ProgressBar(0);
    private final Label sentence = Nodes.onlyWithText(Nodes.wrapped("muted"));

    /** One of the two cards. */
    private static final class Side extends VBox {
        private final Label title = Nodes.wrapped("muted", "small");
        private final Label figure = Nodes.label("big-figure");
        private final Label detail = Nodes.onlyWithText(Nodes.wrapped("muted", "small"));

        Side(String id) {
            setId(id);
            getStyleClass().addAll("card", "fix-side");
            setMinWidth(0);
            getChildren().setAll(title, figure, detail);
        }

        void show(String newTitle, String newFigure, Tone tone, String newDetail) {
            title.setText(newTitle);
            figure.setText(newFigure);
            tone.applyTo(figure);
            detail.setText(newDetail);
            setAccessibleText(newTitle + ": " + newFigure + ". " + newDetail);
        }
    }

    TrialPane(Wording wording) {
        this.wording = wording;
        getStyleClass().add("fix-trial");
        var sides = new GridPane();
        sides.addRow(0, before, after);
        var half = new ColumnConstraints();
        half.setPercentWidth(50);
        sides.getColumnConstraints().setAll(half, half);
        sides.getStyleClass().add("fix-sides");
        bar.setId("fix-progress");
        bar.getStyleClass().add("fix-progress");
        bar.setMaxWidth(Double.MAX_VALUE);
        sentence.setId("fix-sentence");
        getChildren().setAll(sides, bar, sentence);
        Nodes.show(this, false);
    }

    /** Shows a change; hides itself without figures. */
    void show(@Nullable Trial trial, @Nullable TrialView figures) {
        Nodes.show(this, trial != null && figures != null);
        if (trial == null || figures == null) {
            return;
        }
        before.show(
                wording.text("fixwizard.before", wording.span(figures.beforeMeasured())),
                wording.percent(figures.before()),
                tone(figures.before()),
                usual(figures));
        after.show(
                wording.text(sinceKey(trial), wording.span(figures.afterMeasured())),
                wording.percent(figures.after()),
                tone(figures.after()),
                since(figures));
        sentence.setText(wording.messages().render(figures.sentence()));
        boolean watched =
                figures.state() == TrialState.WATCHING || figures.state() == TrialState.UNDONE;
        Nodes.show(bar, watched);
        bar.setProgress(Math.clamp(figures.progress(), 0, 1));
        bar.setAccessibleText(sentence.getText());
    }

    private static String sinceKey(Trial trial) {
        return switch (trial.state()) {
            case UNDONE, CONFIRMED, STAYED_AWAY -> "fixwizard.since.undone";
            default -> sinceChanged(trial);
        };
    }

    private static String sinceChanged(Trial trial) {
        return trial.away().isEmpty() ? "fixwizard.since" : "fixwizard.since.back";
    }

    private String usual(TrialView figures) {
        Integer drops = figures.beforeDropOuts();
        if (drops == null) {
            return "";
        }
        if (drops < 2) {
            return wording.text("fixwizard.drops", drops);
        }
        Duration every = figures.beforeMeasured().dividedBy(drops);
        return wording.text("fixwizard.drops.every", drops, wording.span(every));
    }

    private String since(TrialView figures) {
        Integer drops = figures.afterDropOuts();
        Double expected = figures.expected();
        if (drops == null) {
            return "";
        }
        return expected == null
                ? wording.text("fixwizard.drops", drops)
                : wording.text("fixwizard.drops.usual", drops, expected);
    }

    private static Tone tone(@Nullable Double rate) {
        if (rate == null) {
            return Tone.NEUTRAL;
        }
        return rate < FINE ? Tone.GOOD : rate <= TAKE_ACTION ? Tone.WATCH : Tone.BAD;
    }
}
