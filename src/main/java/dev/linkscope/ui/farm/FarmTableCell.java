package dev.linkscope.ui.farm;

import dev.linkscope.ui.common.Nodes;
import dev.linkscope.ui.common.Wording;
import dev.linkscope.ui.control.Sparkline;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.TableCell;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.javafx.FontIcon;
import org.kordamp.ikonli.materialdesign2.MaterialDesignB;
import org.kordamp.ikonli.materialdesign2.MaterialDesignF;
import org.kordamp.ikonli.materialdesign2.MaterialDesignT;

/** A cell of the farm's table: the text of its column. Its explanation is made when needed. */
class FarmTableCell extends TableCell<FarmItem, FarmRow> {
    private final FarmColumn column;
    private @Nullable Tooltip tip;

    FarmTableCell(FarmColumn column) {
        this.column = column;
        getStyleClass().add("farm-cell");
        setOnMouseEntered(event -> explain());
    }

    /** The cell of a column. */
    static FarmTableCell of(FarmColumn column, Wording wording) {
        return switch (column) {
            case STATE -> new State();
            case PRINTER -> new Name(wording);
            case TREND -> new Line();
            case SERVER -> {
                var cell = new FarmTableCell(column);
                cell.getStyleClass().add("strong-cell");
                yield cell;
            }
            default -> new FarmTableCell(column);
        };
    }

    private void explain() {
        FarmRow row = getItem();
        String said = row == null ? "" : explanation(row);
        if (said.isEmpty()) {
            setTooltip(null);
            return;
        }
        Tooltip shown = tip == null ? new Tooltip() : tip;
        shown.setWrapText(true);
        shown.setMaxWidth(420);
        shown.setText(said);
        tip = shown;
        setTooltip(shown);
    }

    /** What is said of the cell where the mouse rests. */
    String explanation(FarmRow row) {
        String tip = row.cell(column).tip();
        String text = row.cell(column).text();
        return tip.contains(text) ? tip : (text + "\n" + tip).strip();
    }

    @Override
    protected void updateItem(FarmRow row, boolean empty) {
        super.updateItem(row, empty);
        if (empty || row == null) {
            setText(null);
            setGraphic(null);
        } else {
            show(row);
        }
    }

    /** Shows a row. */
    void show(FarmRow row) {
        setText(row.cell(column).text());
    }

    /** The state as a sign in its colour, with its word for those who rest there or listen. */
    private static final class State extends FarmTableCell {
        private final FontIcon icon = Nodes.icon(MaterialDesignT.TIMER_SAND, "state-icon");

        State() {
            super(FarmColumn.STATE);
            getStyleClass().add("state-cell");
        }

        @Override
        String explanation(FarmRow row) {
            return row.cell(FarmColumn.STATE).text();
        }

        @Override
        void show(FarmRow row) {
            icon.setIconCode(row.condition().icon());
            row.condition().tone().applyTo(icon);
            setGraphic(icon);
            setAccessibleText(row.cell(FarmColumn.STATE).text());
        }
    }

    /** The name, and signs for what is made up or muted. */
    private static final class Name extends FarmTableCell {
        private final Wording wording;
        private final FontIcon madeUp = Nodes.icon(MaterialDesignF.FLASK_OUTLINE, "made-up-icon");
        private final FontIcon muted = Nodes.icon(MaterialDesignB.BELL_OFF_OUTLINE, "muted-icon");
        private final HBox signs = new HBox(2, madeUp, muted);

        Name(Wording wording) {
            super(FarmColumn.PRINTER);
            this.wording = wording;
            getStyleClass().add("strong-cell");
            setContentDisplay(ContentDisplay.RIGHT);
        }

        @Override
        String explanation(FarmRow row) {
            return row.name()
                    + (row.simulated() ? "\n" + wording.text("status.simulated") : "")
                    + (row.silent() ? "\n" + wording.text("farm.silent") : "");
        }

        @Override
        void show(FarmRow row) {
            setText(row.name());
            Nodes.show(madeUp, row.simulated());
            Nodes.show(muted, row.silent());
            setGraphic(row.simulated() || row.silent() ? signs : null);
        }
    }

    /** The error rate of the last two hours as a line. */
    private static final class Line extends FarmTableCell {
        private final Sparkline spark = new Sparkline();

        Line() {
            super(FarmColumn.TREND);
        }

        @Override
        void show(FarmRow row) {
            spark.show(row.trend());
            setGraphic(spark);
            setAccessibleText(row.spoken());
        }

        @Override
        String explanation(FarmRow row) {
            return "";
        }
    }
}
