package dev.linkscope.ui.farm;

import dev.linkscope.engine.port.Preferences.Limits;
import dev.linkscope.ui.common.Condition;
import dev.linkscope.ui.common.Nodes;
import dev.linkscope.ui.common.Wording;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Supplier;
import javafx.geometry.Insets;
import javafx.geometry.Orientation;
import javafx.geometry.Pos;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.Label;
import javafx.scene.control.ToggleButton;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.javafx.FontIcon;
import org.kordamp.ikonli.materialdesign2.MaterialDesignP;

/** The farm in five numbers; each shows its printers alone when it is pressed. */
final class SummaryTiles extends HBox {
    private final ShownFarm board;
    private final Wording wording;
    private final Supplier<Limits> limits;
    private final Map<FarmGroup, Tile> tiles = new EnumMap<>(FarmGroup.class);

    /** A number with its sign and what it counts. */
    private static final class Tile extends ToggleButton {
        /** All take the same part of the line. */
        private static final double ANY_WIDTH = 1;

        private final Label number = Nodes.label("tile-number");
        private final Label caption = Nodes.label("muted", "small");
        private final VBox content;

        Tile(FarmGroup group) {
            FontIcon sign =
                    group == FarmGroup.ALL
                            ? Nodes.icon(MaterialDesignP.PRINTER_3D, "tile-icon", "muted-icon")
                            : Nodes.icon(group.sign().icon(), "tile-icon", "state-icon");
            getStyleClass().add("tile");
            setId("tile-" + group.name().toLowerCase(Locale.ROOT));
            var line = new HBox(number, Nodes.spacer(), sign);
            line.setAlignment(Pos.CENTER_LEFT);
            caption.setWrapText(true);
            content = new VBox(line, caption);
            content.prefWidthProperty().bind(widthProperty().subtract(30));
            setGraphic(content);
            setContentDisplay(ContentDisplay.GRAPHIC_ONLY);
            setMaxSize(Double.MAX_VALUE, Double.MAX_VALUE);
            setMinWidth(0);
            setPrefWidth(ANY_WIDTH);
            setHgrow(this, Priority.ALWAYS);
        }

        // A button is as high as one line of what is in it unless its own text wraps.
        @Override
        public Orientation getContentBias() {
            return Orientation.HORIZONTAL;
        }

        @Override
        protected double computePrefHeight(double width) {
            Insets around = getInsets();
            // Whoever asks without a width hands on what is wanted or least, which is none.
            double across = width > ANY_WIDTH ? width : getWidth();
            double inside = across - around.getLeft() - around.getRight();
            return around.getTop()
                    + content.prefHeight(inside > 0 ? inside : USE_COMPUTED_SIZE)
                    + around.getBottom();
        }

        @Override
        protected double computeMinHeight(double width) {
            return computePrefHeight(width);
        }

        void show(long count, String shown, String said, FarmGroup group) {
            number.setText(shown);
            caption.setText(said);
            setAccessibleText(shown + " " + said);
            // A zero is no reason for a colour.
            (count == 0 ? FarmGroup.ALL : group).tone().applyTo(this);
        }
    }

    /**
     * Numbers of no printers yet.
     *
     * @param limits from which error rate a printer is called what; returns at once
     */
    SummaryTiles(ShownFarm board, Wording wording, Supplier<Limits> limits) {
        this.board = board;
        this.limits = limits;
        this.wording = wording;
        getStyleClass().add("tiles");
        for (FarmGroup group : FarmGroup.values()) {
            var tile = new Tile(group);
            tile.setOnAction(event -> choose(group));
            tiles.put(group, tile);
            getChildren().add(tile);
        }
        board.filterProperty().subscribe(filter -> mark());
        board.pictureProperty().subscribe(picture -> show());
    }

    private void choose(FarmGroup group) {
        FarmFilter now = board.filterProperty().get();
        boolean again = now.group() == group;
        board.filter(
                group == FarmGroup.ALL
                        ? FarmFilter.NONE.withQuery(now.query())
                        : now.withGroup(again ? FarmGroup.ALL : group));
        mark();
    }

    private void mark() {
        FarmGroup chosen = board.filterProperty().get().group();
        tiles.forEach((group, tile) -> tile.setSelected(group == chosen && group != FarmGroup.ALL));
    }

    /** Counts anew. */
    void show() {
        List<FarmRow> rows = board.all();
        Limits now = limits.get();
        long measuring = rows.stream().filter(FarmRow::measuring).count();
        long planned =
                rows.stream().filter(row -> row.condition() == Condition.PLANNED_OFF).count();
        tiles.forEach((group, tile) -> {
            long count = rows.stream().filter(row -> group.holds(row.condition())).count();
            String said =
                    switch (group) {
                        case ALL -> wording.text("farm.tile.all", measuring);
                        case AWAY ->
                                planned == 0
                                        ? wording.text("farm.tile.AWAY")
                                        : wording.text(
                                                "farm.tile.away.planned", count - planned, planned);
                        case HEALTHY, WATCH, ACTION ->
                                wording.text(
                                        "farm.tile." + group,
                                        now.watch() * 100,
                                        now.takeAction() * 100);
                    };
            tile.show(count, wording.count(count), said, group);
        });
    }
}
