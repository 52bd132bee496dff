package dev.linkscope.ui.shell;

import dev.linkscope.support.FirstAsked;
import dev.linkscope.ui.common.Nodes;
import java.util.List;
import java.util.function.Supplier;
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
    private final FirstAsked<ScrollPane> printer;
    private final Node firstStart;
    private final TopBar bar;
    private final StackPane centre = new StackPane();
    private final List<Node> overlays;
    private Page page = Page.PRINTER;
    private boolean decided;
    private boolean empty = true;

    /**
     * Lays the pages into the frame.
     *
     * @param printerPage makes the page of a printer, asked once
     * @param aside what lies above each page, at its right edge
     * @param above what lies above each page, at its lower edge
     */
    Pages(
            BorderPane frame,
            Region list,
            Region farmPage,
            Supplier<? extends Region> printerPage,
            Node firstStart,
            TopBar bar,
            Node aside,
            Node above) {
        this.list = list;
        this.firstStart = firstStart;
        this.bar = bar;
        overlays = List.of(aside, above);
        farm = scrolling(farmPage);
        printer = new FirstAsked<>(() -> scrolling(printerPage.get()));
        StackPane.setAlignment(aside, Pos.CENTER_RIGHT);
        StackPane.setAlignment(above, Pos.BOTTOM_CENTER);
        centre.getStyleClass().add("centre");
        // Always there, so that Tab comes to the list before the page.
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

    // A page that is not shown is not in the window: it would be styled and laid out with it.
    private void arrange() {
        boolean onePrinter = !empty && page == Page.PRINTER;
        Node shown = empty ? firstStart : onePrinter ? printer.get() : farm;
        if (centre.getChildren().isEmpty()) {
            centre.getChildren().add(shown);
            centre.getChildren().addAll(overlays);
        } else if (!centre.getChildren().getFirst().equals(shown)) {
            centre.getChildren().set(0, shown);
        }
        Nodes.show(list, onePrinter);
        bar.setShown(page, !empty);
        bar.setExportable(!empty);
    }
}
