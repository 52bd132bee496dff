package dev.linkscope.ui.farm;

import dev.linkscope.ui.common.Nodes;
import dev.linkscope.ui.common.Wording;
import dev.linkscope.ui.control.Sparkline;
import javafx.beans.value.ChangeListener;
import javafx.beans.value.WeakChangeListener;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.javafx.FontIcon;
import org.kordamp.ikonli.materialdesign2.MaterialDesignF;
import org.kordamp.ikonli.materialdesign2.MaterialDesignH;

/** A printer in the list: sign, name and rate; below it words and a small curve. */
final class PrinterCell extends ListCell<PrinterItem> {
    private final Wording wording;
    private final FontIcon icon = Nodes.icon(MaterialDesignH.HELP_CIRCLE_OUTLINE, "state-icon");
    private final Label name = Nodes.shortened("cell-name");
    private final Label rate = Nodes.label("cell-rate");
    private final FontIcon madeUp = Nodes.icon(MaterialDesignF.FLASK_OUTLINE, "made-up-icon");
    private final Label words = Nodes.shortened("muted", "small");
    private final Sparkline spark = new Sparkline();
    private final VBox card = new VBox();
    private final ChangeListener<PrinterRow> listener = (value, before, now) -> show(now);
    private final WeakChangeListener<PrinterRow> weakListener = new WeakChangeListener<>(listener);

    PrinterCell(Wording wording) {
        this.wording = wording;
        getStyleClass().add("printer-cell");
        card.getStyleClass().add("printer-card");
        rate.setMinWidth(USE_PREF_SIZE);
        HBox.setHgrow(name, Priority.ALWAYS);
        name.setMaxWidth(Double.MAX_VALUE);
        HBox.setHgrow(words, Priority.ALWAYS);
        words.setMaxWidth(Double.MAX_VALUE);
        card.getChildren().setAll(line(icon, name, madeUp, rate), line(words, spark));
        // The list is as wide as the side bar, never wider: long names end in an ellipsis.
        setPrefWidth(0);
    }

    private static HBox line(Node... nodes) {
        var line = new HBox(nodes);
        line.getStyleClass().add("cell-line");
        line.setAlignment(Pos.CENTER_LEFT);
        return line;
    }

    @Override
    protected void updateItem(PrinterItem item, boolean empty) {
        PrinterItem before = getItem();
        super.updateItem(item, empty);
        if (before != null && before != item) {
            before.rowProperty().removeListener(weakListener);
        }
        if (empty || item == null) {
            setGraphic(null);
            setAccessibleText(null);
            return;
        }
        if (before != item) {
            item.rowProperty().addListener(weakListener);
        }
        show(item.row());
        setGraphic(card);
    }

    private void show(PrinterRow row) {
        icon.setIconCode(row.condition().icon());
        row.condition().tone().applyTo(card);
        name.setText(row.printer().name());
        rate.setText(row.rate());
        words.setText(row.words());
        Nodes.show(madeUp, row.simulated());
        spark.show(row.spark());
        Nodes.show(spark, row.spark().size() > 1);
        String said = row.simulated() ? wording.text("list.simulated", row.words()) : row.words();
        setAccessibleText(wording.text("list.spoken", row.printer().name(), said, row.rate()));
    }
}
