package dev.linkscope.ui.shell;

import atlantafx.base.controls.CustomTextField;
import dev.linkscope.ui.common.Nodes;
import dev.linkscope.ui.common.TextSize;
import dev.linkscope.ui.common.Wording;
import dev.linkscope.ui.common.WrappingRow;
import java.util.List;
import javafx.beans.property.StringProperty;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SeparatorMenuItem;
import javafx.scene.control.SplitMenuButton;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import org.kordamp.ikonli.materialdesign2.MaterialDesignA;
import org.kordamp.ikonli.materialdesign2.MaterialDesignC;
import org.kordamp.ikonli.materialdesign2.MaterialDesignM;
import org.kordamp.ikonli.materialdesign2.MaterialDesignP;
import org.kordamp.ikonli.materialdesign2.MaterialDesignR;
import org.kordamp.ikonli.materialdesign2.MaterialDesignT;

/** The bar at the upper edge: what can be done with the program as a whole. */
final class TopBar extends WrappingRow {
    /** What the buttons of the bar do. */
    interface Actions {
        void addPrinter();

        void discover();

        void importList();

        void openDemo();

        void openReport();

        void exportSelected();

        void exportAll();

        void toggleTheme();

        void openSettings();

        void openAbout();

        void showFarm();

        void showPrinter();
    }

    private static final double LEAST_SEARCH = 120;
    private static final double WIDEST_SEARCH = 260;

    private final Wording wording;
    private final MenuButton export;
    private final ToggleButton farm;
    private final ToggleButton printer;
    private final HBox pages;
    private final List<Node> changing;
    private final CustomTextField search = new CustomTextField();

    TopBar(Wording wording, Actions actions, Node bell) {
        this.wording = wording;
        getStyleClass().add("top-bar");
        Label brand = Nodes.labelled(wording.text("bar.brand"), "brand");
        brand.setGraphic(Nodes.icon(MaterialDesignR.RADAR, "brand-icon"));
        Button discover =
                button(
                        "bar.discover",
                        "discover-button",
                        Nodes.icon(MaterialDesignM.MAGNIFY_SCAN),
                        actions::discover);
        Button theme =
                button(
                        "bar.theme",
                        "theme-button",
                        Nodes.icon(MaterialDesignT.THEME_LIGHT_DARK),
                        actions::toggleTheme);
        Button settings =
                button(
                        "bar.settings",
                        "settings-button",
                        Nodes.icon(MaterialDesignC.COG_OUTLINE),
                        actions::openSettings);
        for (Button sign : List.of(theme, settings)) {
            sign.setAccessibleText(sign.getText());
            sign.setText("");
            sign.getStyleClass().add("button-icon");
        }
        export = exportMenu(actions);
        var which = new ToggleGroup();
        farm = page("bar.farm", "to-farm", "left-pill", which, actions::showFarm);
        printer = page("bar.printer", "to-printer", "right-pill", which, actions::showPrinter);
        pages = new HBox(farm, printer);
        pages.getStyleClass().add("pages");
        search.setId("farm-search");
        search.setPromptText(wording.text("bar.search"));
        search.setAccessibleText(wording.text("bar.search.tip"));
        search.setTooltip(new Tooltip(wording.text("bar.search.tip")));
        search.setLeft(Nodes.icon(MaterialDesignM.MAGNIFY, "muted-icon"));
        HBox.setHgrow(search, Priority.ALWAYS);
        SplitMenuButton add = addMenu(actions);
        changing = List.of(add, discover, bell, settings);
        getChildren()
                .setAll(
                        brand,
                        pages,
                        add,
                        discover,
                        search,
                        Nodes.spacer(),
                        export,
                        bell,
                        theme,
                        settings);
        getChildren()
                .forEach(node -> {
                    if (node instanceof Region region && !region.getStyleClass().isEmpty()) {
                        region.setMinWidth(USE_PREF_SIZE);
                    }
                });
        // In a narrow window the search field is what gives way, but its words stay readable.
        TextSize.factor(this)
                .subscribe(factor -> {
                    search.setMinWidth(LEAST_SEARCH * factor.doubleValue());
                    search.setMaxWidth(WIDEST_SEARCH * factor.doubleValue());
                });
    }

    private Button button(String key, String id, Node icon, Runnable action) {
        var button = new Button(wording.text(key), icon);
        button.setId(id);
        button.setTooltip(new Tooltip(wording.text(key + ".tip")));
        button.setOnAction(event -> action.run());
        return button;
    }

    private SplitMenuButton addMenu(Actions actions) {
        var bring = new MenuItem(wording.text("bar.import"));
        bring.setId("import-list");
        bring.setOnAction(event -> actions.importList());
        var demo = new MenuItem(wording.text("bar.demo"));
        demo.setId("open-demo");
        demo.setOnAction(event -> actions.openDemo());
        var report = new MenuItem(wording.text("bar.open"));
        report.setId("open-report");
        report.setOnAction(event -> actions.openReport());
        var about = new MenuItem(wording.text("bar.about"));
        about.setId("open-about");
        about.setOnAction(event -> actions.openAbout());
        var menu =
                new SplitMenuButton(
                        bring,
                        demo,
                        new SeparatorMenuItem(),
                        report,
                        new SeparatorMenuItem(),
                        about);
        menu.setText(wording.text("bar.add"));
        menu.setGraphic(Nodes.icon(MaterialDesignP.PLUS));
        menu.setId("add-printer-button");
        menu.setTooltip(new Tooltip(wording.text("bar.add.tip")));
        menu.setOnAction(event -> actions.addPrinter());
        return menu;
    }

    private ToggleButton page(
            String key, String id, String styleClass, ToggleGroup which, Runnable action) {
        var button = new ToggleButton(wording.text(key));
        button.setId(id);
        button.setToggleGroup(which);
        button.getStyleClass().add(styleClass);
        button.setTooltip(new Tooltip(wording.text(key + ".tip")));
        button.setOnAction(event -> action.run());
        return button;
    }

    private MenuButton exportMenu(Actions actions) {
        var selected = new MenuItem(wording.text("bar.export.selected"));
        selected.setId("export-selected");
        selected.setOnAction(event -> actions.exportSelected());
        var all = new MenuItem(wording.text("bar.export.all"));
        all.setId("export-every");
        all.setOnAction(event -> actions.exportAll());
        var menu =
                new MenuButton(
                        wording.text("bar.export"),
                        Nodes.icon(MaterialDesignA.ARROW_DOWN_BOLD_BOX_OUTLINE),
                        selected,
                        all);
        menu.setId("export-button");
        menu.setTooltip(new Tooltip(wording.text("bar.export.tip")));
        return menu;
    }

    /** From now on nothing is offered that finds, adds or watches printers. */
    void readOnly() {
        changing.forEach(node -> Nodes.show(node, false));
    }

    /** Whether there is anything to export. */
    void setExportable(boolean exportable) {
        export.setDisable(!exportable);
    }

    /**
     * Has the field search.
     *
     * @param query what is searched for
     * @param onDown puts the cursor into what was found
     */
    void searchIn(StringProperty query, Runnable onDown) {
        search.textProperty().bindBidirectional(query);
        search.setOnKeyPressed(event -> {
            if (event.getCode() == KeyCode.DOWN) {
                onDown.run();
            } else if (event.getCode() == KeyCode.ESCAPE) {
                search.clear();
            }
        });
    }

    /** Puts the cursor into the search field. */
    void focusSearch() {
        search.requestFocus();
        search.selectAll();
    }

    /**
     * Says which page is shown.
     *
     * @param any whether there is any printer, and so a page to choose
     */
    void setShown(Page page, boolean any) {
        farm.setSelected(page == Page.FARM);
        printer.setSelected(page == Page.PRINTER);
        Nodes.show(pages, any);
        Nodes.show(search, any && page == Page.FARM);
    }
}
