package dev.linkscope.ui.printer.tabs;

import java.util.Collections;
import java.util.List;
import javafx.geometry.VPos;
import javafx.scene.Node;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.VBox;

/** Two columns side by side, or one below the other where there is no room. */
final class TwoColumns extends GridPane {
    private static final double SIDE_BY_SIDE = 760;

    private final VBox first;
    private final VBox second;

    TwoColumns(List<? extends Node> left, List<? extends Node> right) {
        first = column(left);
        second = column(right);
        getStyleClass().add("two-columns");
        getChildren().setAll(first, second);
        setConstraints(first, 0, 0);
        widthProperty().map(width -> width.doubleValue() < SIDE_BY_SIDE).subscribe(this::arrange);
    }

    private static VBox column(List<? extends Node> nodes) {
        var column = new VBox();
        column.getStyleClass().add("tab-column");
        column.getChildren().setAll(nodes);
        setValignment(column, VPos.TOP);
        return column;
    }

    private void arrange(boolean narrow) {
        int columns = narrow ? 1 : 2;
        var share = new ColumnConstraints();
        share.setPercentWidth(100.0 / columns);
        getColumnConstraints().setAll(Collections.nCopies(columns, share));
        setConstraints(second, narrow ? 0 : 1, narrow ? 1 : 0);
    }
}
