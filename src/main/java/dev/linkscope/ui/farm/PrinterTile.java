package dev.linkscope.ui.farm;

import dev.linkscope.ui.common.Nodes;
import dev.linkscope.ui.control.Sparkline;
import javafx.beans.value.ChangeListener;
import javafx.beans.value.WeakChangeListener;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.javafx.FontIcon;
import org.kordamp.ikonli.materialdesign2.MaterialDesignB;
import org.kordamp.ikonli.materialdesign2.MaterialDesignT;

/** A printer as a card of the farm. */
final class PrinterTile extends VBox {
    private static final PseudoClass SELECTED = PseudoClass.getPseudoClass("selected");

    private final FontIcon icon = Nodes.icon(MaterialDesignT.TIMER_SAND, "state-icon");
    private final FontIcon muted = Nodes.icon(MaterialDesignB.BELL_OFF_OUTLINE, "muted-icon");
    private final Label name = Nodes.shortened("cell-name");
    private final Label rate = Nodes.label("cell-rate");
    private final Label words = Nodes.shortened("muted", "small");
    private final Label cause = Nodes.shortened("small");
    private final Label facts = Nodes.shortened("muted", "small");
    private final Sparkline spark = new Sparkline();
    private final ChangeListener<FarmRow> listener = (value, before, now) -> show(now);
    private final WeakChangeListener<FarmRow> weakListener = new WeakChangeListener<>(listener);
    private @Nullable FarmItem item;

    PrinterTile() {
        getStyleClass().addAll("printer-card", "farm-tile");
        rate.setMinWidth(USE_PREF_SIZE);
        grow(name);
        grow(facts);
        cause.setMinWidth(0);
        getChildren().setAll(line(icon, name, muted, rate), words, cause, line(facts, spark));
        setMinWidth(0);
    }

    private static void grow(Label label) {
        label.setMaxWidth(Double.MAX_VALUE);
        label.setMinWidth(0);
        HBox.setHgrow(label, Priority.ALWAYS);
    }

    private static HBox line(Node... nodes) {
        var line = new HBox(nodes);
        line.getStyleClass().add("cell-line");
        line.setAlignment(Pos.CENTER_LEFT);
        return line;
    }

    /** The printer that it shows; null if none. */
    @Nullable FarmItem item() {
        return item;
    }

    /** Shows a printer, or nothing. */
    void show(@Nullable FarmItem next, boolean selected) {
        if (item != null && item != next) {
            item.rowProperty().removeListener(weakListener);
        }
        if (next != null && item != next) {
            next.rowProperty().addListener(weakListener);
        }
        item = next;
        setVisible(next != null);
        pseudoClassStateChanged(SELECTED, selected);
        if (next != null) {
            show(next.row());
        }
    }

    private void show(FarmRow row) {
        icon.setIconCode(row.condition().icon());
        row.condition().tone().applyTo(this);
        Nodes.show(muted, row.silent());
        name.setText(row.name());
        rate.setText(row.cell(FarmColumn.SERVER).text());
        words.setText(joined(row, FarmColumn.STATE, FarmColumn.PATTERN));
        cause.setText(row.cell(FarmColumn.CAUSE).text());
        facts.setText(joined(row, FarmColumn.WIFI, FarmColumn.LAST_ERROR));
        spark.show(row.trend());
        setAccessibleText(row.spoken());
    }

    private static String joined(FarmRow row, FarmColumn one, FarmColumn other) {
        String left = row.cell(one).text();
        String right = row.cell(other).text();
        return left.isEmpty() || right.isEmpty() ? left + right : left + " · " + right;
    }
}
