package dev.linkscope.ui.printer.tabs;

import dev.linkscope.domain.diagnosis.WitnessRow;
import dev.linkscope.domain.loss.PaneState;
import dev.linkscope.engine.WitnessView;
import dev.linkscope.ui.common.Nodes;
import dev.linkscope.ui.common.Tone;
import dev.linkscope.ui.common.Wording;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.javafx.FontIcon;
import org.kordamp.ikonli.materialdesign2.MaterialDesignA;
import org.kordamp.ikonli.materialdesign2.MaterialDesignC;
import org.kordamp.ikonli.materialdesign2.MaterialDesignT;

/** What this computer sees of the places on a printer's way, and what that means. */
final class WitnessCard extends VBox {
    private static final double NOTABLE = 0.05;

    private final Wording wording;
    private final Label means = Nodes.wrapped("witness-means");
    private final Map<WitnessRow.Place, Line> lines = new EnumMap<>(WitnessRow.Place.class);

    /** One place: a sign, its name, what was seen of it. */
    private static final class Line extends HBox {
        private final FontIcon icon = Nodes.icon(MaterialDesignT.TIMER_SAND, "state-icon");
        private final Label text = Nodes.label("muted");

        Line(String name) {
            getStyleClass().add("witness-row");
            setAlignment(Pos.CENTER_LEFT);
            getChildren().setAll(icon, Nodes.labelled(name), text);
        }
    }

    WitnessCard(Wording wording) {
        this.wording = wording;
        setId("witness");
        getStyleClass().addAll("card", "witness");
        setMinHeight(USE_PREF_SIZE);
        var rows = new FlowPane();
        rows.getStyleClass().add("witness-rows");
        rows.getChildren().add(Nodes.labelled(wording.text("witness.title"), "pane-title"));
        for (WitnessRow.Place place : WitnessRow.Place.values()) {
            var line = new Line(wording.text("witness.place." + place));
            lines.put(place, line);
            rows.getChildren().add(line);
        }
        getChildren().setAll(rows, means);
    }

    /**
     * Shows what was seen; hides itself where this computer is no second witness.
     *
     * @param server how the printer's own server pane stands
     */
    void show(WitnessView view, PaneState server) {
        Nodes.show(this, view.applies());
        if (!view.applies()) {
            return;
        }
        lines.forEach((place, line) -> show(line, place, view.row(place)));
        means.setText(wording.text(WitnessMeaning.of(view, server).key()));
    }

    private void show(Line line, WitnessRow.Place place, Optional<WitnessRow> seen) {
        WitnessRow row = seen.filter(known -> known.measured() > 0).orElse(null);
        Tone tone = row == null ? Tone.NEUTRAL : tone(row);
        line.icon.setIconCode(sign(tone));
        tone.applyTo(line);
        line.text.setText(
                row == null
                        ? wording.text(nothing(place))
                        : wording.text(
                                row.failedInARow() > 0 ? "witness.fails" : "witness.answers",
                                row.failed(),
                                row.measured()));
        line.setAccessibleText(
                wording.text(
                        "witness.spoken",
                        wording.text("witness.place." + place),
                        line.text.getText()));
    }

    private static String nothing(WitnessRow.Place place) {
        return place == WitnessRow.Place.ROUTER ? "witness.none.ROUTER" : "witness.none";
    }

    /** The bounds are those of a pane: below 5 % it is usually no problem. */
    private static Tone tone(WitnessRow row) {
        if (row.failedInARow() > 1) {
            return Tone.BAD; // One look may fail by chance.
        }
        return row.failed() < NOTABLE * row.measured() || row.failed() == 0
                ? Tone.GOOD
                : Tone.WATCH;
    }

    private static Ikon sign(Tone tone) {
        return switch (tone) {
            case GOOD -> MaterialDesignC.CHECK_CIRCLE;
            case WATCH -> MaterialDesignA.ALERT;
            case BAD -> MaterialDesignC.CLOSE_OCTAGON;
            case NEUTRAL -> MaterialDesignT.TIMER_SAND;
        };
    }
}
