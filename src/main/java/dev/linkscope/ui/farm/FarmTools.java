package dev.linkscope.ui.farm;

import dev.linkscope.engine.port.SettingsStore.FarmLook;
import dev.linkscope.ui.common.Nodes;
import dev.linkscope.ui.common.Wording;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.CheckMenuItem;
import javafx.scene.control.Label;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SeparatorMenuItem;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import org.kordamp.ikonli.materialdesign2.MaterialDesignT;
import org.kordamp.ikonli.materialdesign2.MaterialDesignV;

/** The line above the table: how many printers are shown, table or cards, and which columns. */
final class FarmTools extends HBox {
    private final ShownFarm board;
    private final Wording wording;
    private final Consumer<FarmLook> changed;
    private final Label count = Nodes.label("muted", "small");
    private final Button clear = new Button();
    private final ToggleButton table;
    private final ToggleButton cards;
    private final MenuButton columns = new MenuButton();
    private final Map<FarmColumn, CheckMenuItem> choices = new EnumMap<>(FarmColumn.class);
    private FarmLook look = FarmLook.USUAL;

    /**
     * The line.
     *
     * @param clearAll shows all printers again
     * @param changed told of another look
     */
    FarmTools(ShownFarm board, Wording wording, Runnable clearAll, Consumer<FarmLook> changed) {
        this.board = board;
        this.wording = wording;
        this.changed = changed;
        getStyleClass().add("farm-tools");
        setAlignment(Pos.CENTER_LEFT);
        setMinHeight(USE_PREF_SIZE);
        clear.setText(wording.text("farm.show_all"));
        clear.setId("show-all");
        clear.getStyleClass().add("slim");
        clear.setOnAction(event -> clearAll.run());
        var group = new ToggleGroup();
        table = view("farm.view.table", Nodes.icon(MaterialDesignT.TABLE), group, "left-pill");
        cards =
                view(
                        "farm.view.cards",
                        Nodes.icon(MaterialDesignV.VIEW_GRID_OUTLINE),
                        group,
                        "right-pill");
        table.setOnAction(event -> choose(new FarmLook(false, look.columns())));
        cards.setOnAction(event -> choose(new FarmLook(true, look.columns())));
        fillColumns();
        var views = new HBox(table, cards);
        getChildren().setAll(count, clear, Nodes.spacer(), columns, views);
        board.filterProperty().subscribe(filter -> count());
        board.shown().subscribe(this::count);
        board.pictureProperty().subscribe(picture -> count());
    }

    private ToggleButton view(String key, Node icon, ToggleGroup group, String styleClass) {
        var button = new ToggleButton("", icon);
        button.setToggleGroup(group);
        button.setId(key.replace('.', '-'));
        button.setAccessibleText(wording.text(key));
        button.setTooltip(new Tooltip(wording.text(key)));
        button.getStyleClass().addAll(styleClass, "slim");
        return button;
    }

    private void fillColumns() {
        columns.setText(wording.text("farm.columns"));
        columns.setId("columns");
        columns.getStyleClass().add("slim");
        for (FarmColumn column : FarmColumn.values()) {
            var item = new CheckMenuItem(wording.text(column.key()));
            item.setId("column-" + column.storedName());
            // Without a name nobody knows whose row it is.
            item.setDisable(column == FarmColumn.PRINTER);
            item.setOnAction(event -> toggle(column, item.isSelected()));
            choices.put(column, item);
            columns.getItems().add(item);
        }
        var usual = new MenuItem(wording.text("farm.columns.usual"));
        usual.setId("usual-columns");
        usual.setOnAction(event -> choose(new FarmLook(look.cards(), List.of())));
        columns.getItems().addAll(new SeparatorMenuItem(), usual);
    }

    private void toggle(FarmColumn column, boolean chosen) {
        var next = new ArrayList<>(FarmColumn.of(look.columns()));
        next.remove(column);
        if (chosen) {
            // A column comes back where it usually stands.
            int at = 0;
            while (at < next.size() && next.get(at).compareTo(column) < 0) {
                at++;
            }
            next.add(at, column);
        }
        choose(stored(next));
    }

    /** The look with these columns. */
    FarmLook stored(List<FarmColumn> chosen) {
        return new FarmLook(look.cards(), chosen.stream().map(FarmColumn::storedName).toList());
    }

    private void choose(FarmLook next) {
        show(next);
        changed.accept(next);
    }

    /** Shows which look is in force. */
    void show(FarmLook next) {
        look = next;
        table.setSelected(!next.cards());
        cards.setSelected(next.cards());
        columns.setDisable(next.cards());
        List<FarmColumn> chosen = FarmColumn.of(next.columns());
        choices.forEach((column, item) -> item.setSelected(chosen.contains(column)));
    }

    private void count() {
        int all = board.all().size();
        boolean narrowed = board.filterProperty().get().isActive();
        count.setText(
                narrowed
                        ? wording.text("farm.count.some", board.shown().size(), all)
                        : wording.text("farm.count.all", all));
        Nodes.show(clear, narrowed);
    }
}
