package dev.linkscope.ui.farm;

import dev.linkscope.domain.printer.PrinterId;
import dev.linkscope.ui.common.TextSize;
import dev.linkscope.ui.common.Wording;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import javafx.beans.property.ObjectProperty;
import javafx.beans.value.ObservableValue;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseButton;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import org.jspecify.annotations.Nullable;

/**
 * The printers as cards, as many side by side as fit. Only lines in view have nodes. Arrow keys go
 * from card to card, Enter opens.
 */
final class FarmCards extends ListView<Integer> {
    /** Width of a card with text of the usual size. */
    private static final double CARD = 252;

    private static final double GAP = 8;
    private static final double SCROLL_BAR = 26;

    private final ShownFarm board;
    private final ObjectProperty<@Nullable PrinterId> selected;
    private final FarmMenu menu;
    private final FarmActions actions;
    private final ObservableValue<Number> textSize = TextSize.factor(this);
    private int across = 1;

    FarmCards(
            ShownFarm board,
            ObjectProperty<@Nullable PrinterId> selected,
            Wording wording,
            FarmMenu menu,
            FarmActions actions,
            Runnable showAll) {
        this.board = board;
        this.selected = selected;
        this.menu = menu;
        this.actions = actions;
        setId("farm-cards");
        getStyleClass().add("farm-cards");
        setAccessibleText(wording.text("farm.table.spoken"));
        setPlaceholder(new NoneShown(board, wording, showAll));
        setCellFactory(view -> new Line());
        addEventFilter(KeyEvent.KEY_PRESSED, this::key);
        widthProperty().subscribe(this::arrange);
        textSize.subscribe(size -> arrange());
        board.shown().subscribe(this::arrange);
        selected.subscribe(id -> refresh());
    }

    /** How many stand side by side. */
    int across() {
        return across;
    }

    private void arrange() {
        double card = CARD * TextSize.ofWidths(textSize.getValue().doubleValue());
        across = Math.max(1, (int) ((getWidth() - SCROLL_BAR) / (card + GAP)));
        int lines = Math.ceilDiv(board.shown().size(), across);
        if (getItems().size() != lines) {
            getItems().setAll(IntStream.range(0, lines).boxed().toList());
        }
        refresh();
    }

    private void key(KeyEvent event) {
        int now = index();
        int next =
                switch (event.getCode()) {
                    case LEFT -> now - 1;
                    case RIGHT -> now + 1;
                    case UP -> now - across;
                    case DOWN -> now + across;
                    case HOME -> 0;
                    case END -> board.shown().size() - 1;
                    default -> now;
                };
        switch (event.getCode()) {
            case LEFT, RIGHT, UP, DOWN, HOME, END -> {
                choose(next);
                event.consume();
            }
            case ENTER -> {
                act(actions::open);
                event.consume();
            }
            case DELETE -> {
                act(id -> actions.remove(List.of(id)));
                event.consume();
            }
            default -> {}
        }
    }

    private void act(Consumer<PrinterId> action) {
        PrinterId id = selected.get();
        if (id != null) {
            action.accept(id);
        }
    }

    private int index() {
        PrinterId id = selected.get();
        return IntStream.range(0, board.shown().size())
                .filter(i -> board.shown().get(i).id().equals(id))
                .findFirst()
                .orElse(-1);
    }

    private void choose(int index) {
        if (!board.shown().isEmpty()) {
            int within = Math.clamp(index, 0, board.shown().size() - 1);
            selected.set(board.shown().get(within).id());
            scrollTo(Math.max(0, within / across - 1));
        }
    }

    /** As many cards as stand side by side. */
    private final class Line extends ListCell<Integer> {
        private final HBox row = new HBox(GAP);
        private final List<PrinterTile> tiles = new ArrayList<>();

        Line() {
            getStyleClass().add("farm-cards-line");
            setPrefWidth(0);
        }

        @Override
        protected void updateItem(Integer line, boolean empty) {
            super.updateItem(line, empty);
            if (empty || line == null) {
                tiles.forEach(tile -> tile.show(null, false));
                setGraphic(null);
                return;
            }
            while (tiles.size() < across) {
                tiles.add(tile());
            }
            row.getChildren().setAll(tiles.subList(0, across));
            for (int i = 0; i < tiles.size(); i++) {
                int index = line * across + i;
                FarmItem item =
                        i < across && index < board.shown().size()
                                ? board.shown().get(index)
                                : null;
                tiles.get(i).show(item, item != null && item.id().equals(selected.get()));
            }
            setGraphic(row);
        }

        private PrinterTile tile() {
            var tile = new PrinterTile();
            tile.setPrefWidth(CARD);
            tile.setMaxWidth(Double.MAX_VALUE);
            HBox.setHgrow(tile, Priority.ALWAYS);
            tile.setOnMouseClicked(event -> {
                FarmItem item = tile.item();
                if (item != null && event.getButton() == MouseButton.PRIMARY) {
                    actions.open(item.id());
                }
            });
            tile.setOnContextMenuRequested(event -> {
                FarmItem item = tile.item();
                if (item != null) {
                    menu.show(item.row(), tile, event);
                }
            });
            return tile;
        }
    }
}
