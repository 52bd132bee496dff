package dev.linkscope.ui.printer;

import dev.linkscope.domain.loss.Interval;
import dev.linkscope.domain.loss.PaneFigures;
import dev.linkscope.domain.loss.PaneState;
import dev.linkscope.ui.common.Condition;
import dev.linkscope.ui.common.Nodes;
import dev.linkscope.ui.common.Wording;
import dev.linkscope.ui.control.StatePill;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;

/** One pane over one span: its rate with interval, how many attempts, its pattern and state. */
final class JudgedColumn extends VBox {
    /** The words of a pane that was measured. */
    JudgedColumn(PaneFigures figures, Wording wording) {
        getStyleClass().add("judged-pane");
        setMinWidth(0);
        var pill = new StatePill(wording);
        pill.show(Condition.of(figures.state()));
        boolean few = figures.state() == PaneState.NO_DATA;
        Label rate =
                Nodes.labelled(
                        few ? Wording.NONE : wording.percent(figures.errorRate()), "fact-value");
        rate.setMinWidth(USE_PREF_SIZE);
        var head = new HBox(rate, pill);
        head.getStyleClass().add("judged-head");
        head.setAlignment(Pos.CENTER_LEFT);
        Label attempts = Nodes.wrapped("small");
        attempts.setText(attempts(figures, few, wording));
        getChildren().setAll(head, attempts);
        if (!few) {
            Label pattern = Nodes.wrapped("small", "muted");
            String detail = PatternText.detail(figures, wording);
            String name = PatternText.name(figures, wording);
            pattern.setText(
                    detail.isEmpty()
                            ? name
                            : wording.text("timeline.judged.pattern", name, detail));
            getChildren().add(pattern);
        }
    }

    private static String attempts(PaneFigures figures, boolean few, Wording wording) {
        if (figures.attempts() == 0) {
            return wording.text("timeline.judged.nothing");
        }
        Interval interval = figures.errorRateCi95();
        if (few || interval == null) {
            return wording.text(
                    "timeline.judged.few", figures.attempts(), PaneText.NEEDED_ATTEMPTS);
        }
        return wording.text(
                "timeline.judged.rate",
                interval.low() * 100,
                interval.high() * 100,
                figures.errors(),
                figures.attempts());
    }
}
