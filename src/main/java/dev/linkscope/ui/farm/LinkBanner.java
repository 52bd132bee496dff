package dev.linkscope.ui.farm;

import dev.linkscope.domain.printer.PrinterId;
import dev.linkscope.ui.common.Condition;
import dev.linkscope.ui.common.Nodes;
import dev.linkscope.ui.common.Tone;
import dev.linkscope.ui.common.Wording;
import java.util.List;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.javafx.FontIcon;

/** Says that no printer is measured, and what to do about it. Hidden while any is. */
final class LinkBanner extends HBox {
    private final ShownFarm board;
    private final Wording wording;
    private final FarmActions actions;
    private final FontIcon sign = Nodes.icon(Condition.FAILED.icon(), "state-icon");
    private final Label what = Nodes.wrapped("banner-title");
    private final Label next = Nodes.wrapped("muted");
    private final Button retry = new Button();
    private List<PrinterId> away = List.of();

    /** How the farm as a whole stands. */
    private enum Standing {
        MEASURED,
        CONNECTING,
        AWAY
    }

    LinkBanner(ShownFarm board, Wording wording, FarmActions actions) {
        this.board = board;
        this.wording = wording;
        this.actions = actions;
        setId("farm-links");
        getStyleClass().addAll("card", "farm-banner");
        setAlignment(Pos.CENTER_LEFT);
        setMinHeight(USE_PREF_SIZE);
        what.setGraphic(sign);
        var words = new VBox(what, next);
        words.getStyleClass().add("banner-words");
        words.setMinWidth(0);
        HBox.setHgrow(words, Priority.ALWAYS);
        retry.setId("retry-all");
        retry.setText(wording.text("farm.links.retry"));
        retry.setMinWidth(USE_PREF_SIZE);
        retry.setOnAction(event -> away.forEach(actions::retry));
        getChildren().setAll(words, retry);
        Nodes.show(this, false);
        board.pictureProperty().subscribe(this::show);
    }

    private void show() {
        List<FarmRow> wanted =
                board.pictureProperty().get().rows().stream()
                        .filter(row -> row.condition() != Condition.PLANNED_OFF)
                        .toList();
        Standing standing = actions.readOnly() ? Standing.MEASURED : standing(wanted);
        Nodes.show(this, standing != Standing.MEASURED);
        if (standing == Standing.MEASURED) {
            return;
        }
        boolean connecting = standing == Standing.CONNECTING;
        away = wanted.stream().map(FarmRow::id).toList();
        sign.setIconCode((connecting ? Condition.CONNECTING : Condition.FAILED).icon());
        (connecting ? Tone.NEUTRAL : Tone.BAD).applyTo(this);
        String key = connecting ? "farm.links.connecting" : "farm.links.away";
        what.setText(wording.text(key, wanted.size()));
        next.setText(wording.text(key + ".next"));
        Nodes.show(retry, !connecting);
    }

    private static Standing standing(List<FarmRow> rows) {
        if (rows.isEmpty() || rows.stream().anyMatch(FarmRow::measuring)) {
            return Standing.MEASURED;
        }
        if (rows.stream().anyMatch(row -> row.condition() == Condition.CONNECTING)) {
            return Standing.CONNECTING;
        }
        return rows.stream()
                        .allMatch(row ->
                                row.condition() == Condition.WAITING
                                        || row.condition() == Condition.FAILED)
                ? Standing.AWAY
                : Standing.MEASURED;
    }
}
