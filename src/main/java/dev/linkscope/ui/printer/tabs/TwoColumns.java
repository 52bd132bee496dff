package dev.linkscope.ui.printer.tabs;

import dev.linkscope.ui.common.TextSize;
import java.util.List;
import javafx.geometry.VPos;
import javafx.scene.Node;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.VBox;

/** Two columns side by side, or one below the other where there is no room. */
final class TwoColumns extends GridPane {
    private static final double SIDE_BY_SIDE = 760;

    /** Of the width in percent: readings have four columns of their own. */
    private static final double FIRST = 57;

    private final VBox first;
    private final VBox second;

    TwoColumns(List<? extends Node> left, List<? extends Node> right) {
        first = column(left);
        second = column(right);
        getStyleClass().add("two-columns");
        getChildren().setAll(first, second);
        setConstraints(first, 0, 0);
        // Side by side they must not keep the page too wide to lie below each other.
        setMinWidth(0);
        TextSize.isNarrow(this, SIDE_BY_SIDE).subscribe(this::arrange);
    }

    private static ColumnConstraints share(double percent) {
        var share = new ColumnConstraints();
        share.setPercentWidth(percent);
        return share;
    }

    private static VBox column(List<? extends Node> nodes) {
        var column = new VBox();
        column.getStyleClass().add("tab-column");
        column.getChildren().setAll(nodes);
        setValignment(column, VPos.TOP);
        return column;
    }

    private void arrange(boolean narrow) {
        getColumnConstraints()
                .setAll(narrow ? List.of(share(100)) : List.of(share(FIRST), share(100 - FIRST)));
        setConstraints(second, narrow ? 0 : 1, narrow ? 1 : 0);
    }
}
