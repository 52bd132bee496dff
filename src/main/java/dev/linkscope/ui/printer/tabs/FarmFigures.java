package dev.linkscope.ui.printer.tabs;

import dev.linkscope.engine.farm.FarmStanding;
import dev.linkscope.engine.farm.FarmStanding.Figure;
import dev.linkscope.engine.farm.FarmStanding.Kind;
import dev.linkscope.support.WireName;
import dev.linkscope.ui.common.Nodes;
import dev.linkscope.ui.common.Tone;
import dev.linkscope.ui.common.Wording;
import javafx.geometry.VPos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/** The printer's figures beside the quartiles of the others. */
final class FarmFigures extends VBox {
    /** Of the width in percent: what, this printer, the others, how many are better. */
    private static final double[] SHARES = {30, 18, 29, 19};

    private final Wording wording;
    private final GridPane grid = new GridPane();

    FarmFigures(Wording wording) {
        this.wording = wording;
        setId("farm-figures");
        grid.getStyleClass().add("farm-figures");
        var sign = new ColumnConstraints();
        sign.setMinWidth(USE_PREF_SIZE);
        grid.getColumnConstraints().add(sign);
        for (double share : SHARES) {
            var column = new ColumnConstraints();
            column.setPercentWidth(share);
            grid.getColumnConstraints().add(column);
        }
        getChildren().setAll(grid);
    }

    /** Shows these. */
    void show(FarmStanding standing) {
        grid.getChildren().clear();
        grid.addRow(
                0,
                Nodes.label(),
                heading("tabs.farm.figure"),
                heading("tabs.farm.own"),
                heading("tabs.farm.others"),
                heading("tabs.farm.rank"));
        for (Figure figure : standing.figures()) {
            add(figure);
        }
    }

    private Label heading(String key) {
        Label label = Nodes.wrapped("small", "muted");
        label.setText(wording.text(key));
        return label;
    }

    private void add(Figure figure) {
        Tone tone = figure.striking() ? Tone.WATCH : good(figure) ? Tone.GOOD : Tone.NEUTRAL;
        Node sign = Nodes.icon(FactTable.sign(tone), "state-icon");
        tone.applyTo(sign);
        String title = wording.text("tabs.farm.figure." + WireName.of(figure.kind()));
        String own = value(figure.kind(), figure.own());
        String others = others(figure);
        String rank = rank(figure);
        Label name = wrapped(title, "muted");
        name.setAccessibleText(wording.text("tabs.farm.spoken", title, own, others, rank));
        Node[] cells = {
            sign, name, wrapped(own, "fact-value"), wrapped(others), wrapped(rank, "small", "muted")
        };
        grid.addRow(grid.getRowCount(), cells);
        for (Node cell : cells) {
            GridPane.setValignment(cell, VPos.TOP);
        }
    }

    private static boolean good(Figure figure) {
        return figure.own() != null && figure.known() >= FarmStanding.FEW;
    }

    private static Label wrapped(String text, String... classes) {
        Label label = Nodes.wrapped(classes);
        label.setText(text);
        return label;
    }

    private String others(Figure figure) {
        FarmStanding.Spread spread = figure.spread();
        if (spread == null) {
            return wording.text("tabs.farm.unknown");
        }
        String median = value(figure.kind(), spread.median());
        return figure.known() < FarmStanding.FEW
                ? median
                : wording.text(
                        "tabs.farm.spread",
                        median,
                        value(figure.kind(), spread.low()),
                        value(figure.kind(), spread.high()));
    }

    private String rank(Figure figure) {
        if (figure.own() == null) {
            return wording.text("tabs.farm.rank.no_own");
        }
        if (figure.known() == 0) {
            return wording.text("tabs.farm.rank.no_others");
        }
        return figure.better() == 0
                ? wording.text("tabs.farm.rank.best", figure.known())
                : wording.text("tabs.farm.rank.better", figure.better(), figure.known());
    }

    private String value(Kind kind, @Nullable Double value) {
        if (value == null) {
            return Wording.NONE;
        }
        return switch (kind) {
            case RATE -> wording.percent(value);
            case OUTAGES_PER_DAY -> wording.text("tabs.farm.per_day", value);
            case ANSWER -> wording.text("figure.millis", value);
            case SIGNAL -> wording.text("tabs.farm.dbm", value);
        };
    }
}
