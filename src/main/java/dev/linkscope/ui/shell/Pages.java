package dev.linkscope.ui.shell;

import dev.linkscope.ui.common.Nodes;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;

/** Which page the window shows: the farm, a printer beside the list, or the first start. */
final class Pages {
    private final Region list;
    private final ScrollPane farm;
    private final ScrollPane printer;
    private final Node firstStart;
    private final TopBar bar;
    private Page page = Page.PRINTER;
    private boolean decided;
    private boolean empty = true;

    /**
     * Lays the pages into the frame.
     *
     * @param aside what lies above each page, at its right edge
     * @param above what lies above each page, at its lower edge
     */
    Pages(
            BorderPane frame,
            Region list,
            Region farmPage,
            Region printerPage,
            Node firstStart,
            TopBar bar,
            Node aside,
            Node above) {
        this.list = list;
        this.firstStart = firstStart;
        this.bar = bar;
        farm = scrolling(farmPage);
        printer = scrolling(printerPage);
        var centre = new StackPane(printer, farm, firstStart, aside, above);
        StackPane.setAlignment(aside, Pos.CENTER_RIGHT);
        StackPane.setAlignment(above, Pos.BOTTOM_CENTER);
        centre.getStyleClass().add("centre");
        frame.setLeft(list);
        frame.setCenter(centre);
        arrange();
    }

    private static ScrollPane scrolling(Region page) {
        var scroll = new ScrollPane(page);
        scroll.setFitToWidth(true);
        scroll.setFitToHeight(true);
        scroll.getStyleClass().add("page-scroll");
        return scroll;
    }

    /** The page shown. */
    Page shown() {
        return page;
    }

    /** Shows a page. */
    void show(Page next) {
        decided = true;
        page = next;
        arrange();
    }

    /**
     * Shows what opens first: the farm if there are several printers. Only the first call counts.
     */
    void open(int printers) {
        if (!decided && printers > 0) {
            show(printers > 1 ? Page.FARM : Page.PRINTER);
        }
    }

    /** Shows the first start instead of any page, or no longer. */
    void setEmpty(boolean nobody) {
        empty = nobody;
        arrange();
    }

    private void arrange() {
        Nodes.show(firstStart, empty);
        Nodes.show(farm, !empty && page == Page.FARM);
        Nodes.show(printer, !empty && page == Page.PRINTER);
        Nodes.show(list, !empty && page == Page.PRINTER);
        bar.setShown(page, !empty);
        bar.setExportable(!empty);
    }
}
