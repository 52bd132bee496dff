package dev.linkscope.ui.fix;

import dev.linkscope.domain.fix.PlanStep;
import dev.linkscope.engine.fix.FixView;
import dev.linkscope.ui.common.FxExecutor;
import dev.linkscope.ui.common.Nodes;
import dev.linkscope.ui.common.TextSize;
import dev.linkscope.ui.common.Wording;
import java.util.List;
import javafx.scene.AccessibleRole;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/** The steps of a plan in a row: those behind, the one at hand, those to come. */
final class StepBar extends ScrollPane {
    /** Narrower, and names break into too many lines: then the bar scrolls. */
    private static final double LEAST = 112;

    /** The line, and three lines of text. */
    private static final double HEIGHT = 56;

    private final FixText text;
    private final HBox row = new HBox();
    private String shown = "";

    StepBar(FixText text) {
        super();
        this.text = text;
        setId("fix-steps");
        getStyleClass().add("fix-steps");
        row.getStyleClass().add("fix-steps-row");
        setContent(row);
        setFitToWidth(true);
        setVbarPolicy(ScrollBarPolicy.NEVER);
        TextSize.factor(this)
                .subscribe(factor -> {
                    setPrefViewportHeight(HEIGHT * factor.doubleValue());
                    setMinHeight(HEIGHT * factor.doubleValue());
                });
        setFocusTraversable(false);
        setAccessibleRole(AccessibleRole.TEXT);
    }

    void show(FixView view) {
        List<PlanStep> steps = view.plan().steps();
        int at = FixChoices.index(view);
        String now = view.plan().id() + at + text.who(view);
        if (now.equals(shown)) {
            return;
        }
        shown = now;
        row.getChildren().clear();
        row.setMinWidth(LEAST * steps.size());
        for (int i = 0; i < steps.size(); i++) {
            row.getChildren().add(cell(text.title(steps.get(i), text.who(view)), i - at));
        }
        setAccessibleText(
                text.wording()
                        .text(
                                "fixwizard.steps.spoken",
                                at + 1,
                                steps.size(),
                                text.title(view.step(), text.who(view))));
        // The width of the row is known only after the layout.
        double last = Math.max(1, steps.size() - 1);
        FxExecutor.FX.execute(() -> setHvalue(at / last));
    }

    private VBox cell(String name, int from) {
        Wording wording = text.wording();
        Label label = Nodes.label("fix-step-name");
        label.setWrapText(true);
        label.setText(from < 0 ? wording.text("fixwizard.step.behind", name) : name);
        label.setTooltip(new Tooltip(name));
        var cell = new VBox(label);
        cell.getStyleClass().addAll("fix-step", style(from));
        cell.setMinWidth(LEAST);
        cell.setPrefWidth(LEAST);
        HBox.setHgrow(cell, Priority.ALWAYS);
        return cell;
    }

    private static String style(int from) {
        return from < 0 ? "behind" : from == 0 ? "now" : "ahead";
    }
}
