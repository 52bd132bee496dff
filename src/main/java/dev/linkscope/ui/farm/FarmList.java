package dev.linkscope.ui.farm;

import atlantafx.base.controls.CustomTextField;
import dev.linkscope.domain.printer.PrinterId;
import dev.linkscope.ui.common.Nodes;
import dev.linkscope.ui.common.Wording;
import java.util.List;
import java.util.function.Consumer;
import javafx.geometry.Insets;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.MenuItem;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.materialdesign2.MaterialDesignA;
import org.kordamp.ikonli.materialdesign2.MaterialDesignM;

/** The side bar: how many printers, a search field, and the printers. */
public final class FarmList extends VBox {
    private final FarmModel model;
    private final FarmActions actions;
    private final CustomTextField search = new CustomTextField();
    private final ListView<PrinterItem> list;
    private boolean following;

    /**
     * A list that shows the model.
     *
     * @param back shows the whole farm
     * @param actions what can be done with a printer
     */
    public FarmList(FarmModel model, Wording wording, Runnable back, FarmActions actions) {
        this.model = model;
        this.actions = actions;
        list = new ListView<>(model.shown());
        getStyleClass().add("farm-list");
        var farm = new Button(wording.text("list.back"), Nodes.icon(MaterialDesignA.ARROW_LEFT));
        farm.setId("back-to-farm");
        farm.getStyleClass().add("flat");
        farm.setMaxWidth(Double.MAX_VALUE);
        farm.setAlignment(Pos.CENTER_LEFT);
        farm.setTooltip(new Tooltip(wording.text("list.back.tip")));
        farm.setOnAction(event -> back.run());
        VBox.setMargin(farm, new Insets(0, 10, 0, 10));
        Label summary = Nodes.label("muted", "small", "farm-summary");
        summary.textProperty().bind(model.summaryProperty());
        search.setId("search");
        search.setPromptText(wording.text("bar.search"));
        search.setAccessibleText(wording.text("bar.search.tip"));
        search.setTooltip(new Tooltip(wording.text("bar.search.tip")));
        search.setLeft(Nodes.icon(MaterialDesignM.MAGNIFY, "muted-icon"));
        search.textProperty().bindBidirectional(model.queryProperty());
        list.setId("printers");
        list.setAccessibleText(wording.text("list.title"));
        list.setCellFactory(view -> new PrinterCell(wording));
        list.setPlaceholder(Nodes.labelled(wording.text("list.none_found"), "muted"));
        list.setContextMenu(menu(wording));
        VBox.setMargin(search, new Insets(0, 10, 0, 10));
        VBox.setVgrow(list, Priority.ALWAYS);
        getChildren().setAll(farm, summary, search, list);
        bindSelection();
        bindKeys(back);
    }

    private ContextMenu menu(Wording wording) {
        var again = new MenuItem(wording.text("list.menu.retry"));
        again.setOnAction(event -> onSelected(actions::retry));
        var clear = new MenuItem(wording.text("history.clear"));
        clear.setOnAction(event -> onSelected(actions::forgetPast));
        var away = new MenuItem(wording.text("list.menu.remove"));
        away.setOnAction(event -> remove());
        var menu = new ContextMenu(again, clear, away);
        menu.setOnShowing(
                event -> onSelected(printer -> clear.setVisible(actions.hasPast(printer))));
        return menu;
    }

    private void remove() {
        onSelected(printer -> actions.remove(List.of(printer)));
    }

    private void bindKeys(Runnable back) {
        // Lists take Escape for the end of editing and keep it.
        list.addEventFilter(
                KeyEvent.KEY_PRESSED,
                event -> {
                    if (event.getCode() == KeyCode.ESCAPE) {
                        back.run();
                        event.consume();
                    }
                });
        list.setOnKeyPressed(event -> {
            if (event.getCode() == KeyCode.DELETE) {
                remove();
                event.consume();
            }
        });
        search.setOnKeyPressed(event -> {
            if (event.getCode() == KeyCode.DOWN) {
                list.requestFocus();
            } else if (event.getCode() == KeyCode.ESCAPE && !search.getText().isEmpty()) {
                search.clear();
                // With nothing to clear it leads back to the farm.
                event.consume();
            }
        });
    }

    private void onSelected(Consumer<PrinterId> action) {
        PrinterId id = model.selectedProperty().get();
        if (id != null) {
            action.accept(id);
        }
    }

    // The page keeps its printer while a search hides that printer from the list.
    private void bindSelection() {
        list.getSelectionModel()
                .selectedItemProperty()
                .subscribe(item -> {
                    if (item != null && !following) {
                        model.selectedProperty().set(item.id());
                    }
                });
        model.selectedProperty().subscribe(id -> follow());
        model.shown().subscribe(this::follow);
    }

    private void follow() {
        PrinterId id = model.selectedProperty().get();
        PrinterItem now = list.getSelectionModel().getSelectedItem();
        if (id == null || (now != null && now.id().equals(id))) {
            return;
        }
        following = true;
        list.getSelectionModel().clearSelection();
        model.shown().stream()
                .filter(item -> item.id().equals(id))
                .findFirst()
                .ifPresent(item -> {
                    list.getSelectionModel().select(item);
                    list.scrollTo(item);
                });
        following = false;
    }

    /** From now on nothing can be done with printers but look at them. */
    public void readOnly() {
        list.setContextMenu(null);
        list.setOnKeyPressed(null);
    }

    /** Puts the cursor into the printers. */
    public void focusPrinters() {
        list.requestFocus();
    }

    /** Puts the cursor into the search field. */
    public void focusSearch() {
        search.requestFocus();
        search.selectAll();
    }
}
