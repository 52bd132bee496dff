package dev.linkscope.ui.report;

import dev.linkscope.ui.common.Nodes;
import dev.linkscope.ui.common.Wording;
import java.util.function.BiConsumer;
import javafx.geometry.Pos;
import javafx.scene.AccessibleRole;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.control.Tooltip;
import javafx.scene.image.Image;
import javafx.scene.image.ImageView;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.materialdesign2.MaterialDesignC;

/** The pages of a report, one at a time. */
final class PagePreview extends VBox {
    /** Points of an inch, of which the height of a page is told. */
    private static final double POINTS = 72;

    /** Height of A4 in points: ISO 216, 297 mm. */
    private static final double PAGE_HEIGHT = 842;

    /** At this resolution a page is as large as on paper. */
    private static final int WHOLE = 96;

    /** Resolutions in between are rounded up, so that not each change of the window draws anew. */
    private static final int STEP = 12;

    private static final int COARSEST = 36;
    private static final int FINEST = 300;
    private static final double MARGIN = 12;

    private final Wording wording;
    private final BiConsumer<Integer, Integer> draw;
    private final Button back = new Button();
    private final Button next = new Button();
    private final Label which = Nodes.label("page-number");
    private final ToggleButton fit = new ToggleButton();
    private final ToggleButton whole = new ToggleButton();
    private final ImageView picture = new ImageView();
    private final Label nothing = Nodes.onlyWithText(Nodes.wrapped("muted"));
    private final StackPane paper = new StackPane(picture, nothing);
    private final ScrollPane scroll = new ScrollPane(paper);
    private int page;
    private int pages;
    private int askedDpi;
    private int shownDpi = WHOLE;

    /**
     * Without pages.
     *
     * @param draw asked to draw a page, counted from 0, at a resolution
     */
    PagePreview(Wording wording, BiConsumer<Integer, Integer> draw) {
        this.wording = wording;
        this.draw = draw;
        setId("export-preview");
        getStyleClass().add("page-preview");
        picture.setPreserveRatio(true);
        picture.setSmooth(true);
        picture.setAccessibleRole(AccessibleRole.IMAGE_VIEW);
        paper.getStyleClass().add("page-ground");
        nothing.setMaxWidth(360);
        scroll.setId("export-page");
        scroll.getStyleClass().add("page-scroller");
        scroll.setFitToHeight(true);
        scroll.setFitToWidth(true);
        scroll.setFocusTraversable(true);
        scroll.viewportBoundsProperty().addListener((bounds, old, now) -> lay());
        VBox.setVgrow(scroll, Priority.ALWAYS);
        getChildren().setAll(bar(), scroll);
        addEventFilter(KeyEvent.KEY_PRESSED, this::key);
        showPages(0);
    }

    private Node bar() {
        prepare(back, "export-page-back", "export.page.back", MaterialDesignC.CHEVRON_LEFT);
        prepare(next, "export-page-next", "export.page.next", MaterialDesignC.CHEVRON_RIGHT);
        back.setOnAction(event -> turn(page - 1));
        next.setOnAction(event -> turn(page + 1));
        which.setId("export-page-number");
        var zoom = new ToggleGroup();
        prepare(fit, "export-zoom-fit", "export.zoom.fit", "left-pill", zoom);
        prepare(whole, "export-zoom-whole", "export.zoom.whole", "right-pill", zoom);
        fit.setSelected(true);
        zoom.selectedToggleProperty()
                .addListener((toggles, old, now) -> {
                    if (now == null && old != null) {
                        old.setSelected(true);
                    } else {
                        lay();
                    }
                });
        var bar = new HBox(back, which, next, Nodes.spacer(), new HBox(fit, whole));
        bar.getStyleClass().add("buttons");
        bar.setAlignment(Pos.CENTER_LEFT);
        return bar;
    }

    private void prepare(Button button, String id, String key, MaterialDesignC icon) {
        button.setId(id);
        button.setGraphic(Nodes.icon(icon));
        button.getStyleClass().addAll("button-icon", "small");
        button.setAccessibleText(wording.text(key));
        button.setTooltip(new Tooltip(wording.text(key + ".tip")));
    }

    private void prepare(
            ToggleButton button, String id, String key, String side, ToggleGroup zoom) {
        button.setId(id);
        button.setText(wording.text(key));
        button.setToggleGroup(zoom);
        button.getStyleClass().addAll(side, "small");
        button.setMinWidth(USE_PREF_SIZE);
    }

    /** Turns pages; also for a card around this one. */
    void key(KeyEvent event) {
        switch (event.getCode()) {
            case PAGE_UP -> turn(page - 1);
            case PAGE_DOWN -> turn(page + 1);
            default -> {
                return;
            }
        }
        event.consume();
    }

    private void turn(int to) {
        if (to >= 0 && to < pages && to != page) {
            page = to;
            scroll.setVvalue(0);
            number();
            ask();
        }
    }

    /** There are so many pages, and none is drawn yet; stays at the page if that still exists. */
    void showPages(int count) {
        pages = count;
        page = Math.clamp(page, 0, Math.max(0, count - 1));
        askedDpi = 0;
        number();
        if (count > 0) {
            ask();
        }
    }

    private void number() {
        back.setDisable(page <= 0);
        next.setDisable(page >= pages - 1);
        which.setText(pages == 0 ? "" : wording.text("export.page", page + 1, pages));
        picture.setAccessibleText(
                pages == 0 ? "" : wording.text("export.page.spoken", page + 1, pages));
        scroll.setAccessibleText(picture.getAccessibleText());
    }

    private void ask() {
        int dpi = dpi();
        askedDpi = dpi;
        draw.accept(page, dpi);
    }

    /** As many pixels as the screen has for it. */
    private int dpi() {
        double scale =
                getScene() == null || getScene().getWindow() == null
                        ? 1
                        : getScene().getWindow().getOutputScaleX();
        double wanted =
                whole.isSelected()
                        ? WHOLE * scale
                        : scale * POINTS * Math.max(1, room()) / PAGE_HEIGHT;
        return (int) Math.clamp(Math.ceil(wanted / STEP) * STEP, COARSEST, FINEST);
    }

    private double room() {
        return scroll.getViewportBounds().getHeight() - 2 * MARGIN;
    }

    /** Shows a page that was drawn. */
    void showSheet(ReportView.Sheet sheet) {
        if (sheet.page() == page && pages > 0) {
            picture.setImage(sheet.image());
            shownDpi = sheet.dpi();
            nothing.setText(sheet.image() == null ? wording.text("export.page.failed") : "");
            lay();
        }
    }

    /** Shows no page, but why there is none. */
    void showNothing(String why) {
        picture.setImage(null);
        nothing.setText(why);
        showPages(0);
    }

    private void lay() {
        if (whole.isSelected()) {
            // The picture may be finer than the screen is told to show it.
            Image image = picture.getImage();
            picture.setFitHeight(0);
            picture.setFitWidth(image == null ? 0 : image.getWidth() * WHOLE / shownDpi);
        } else {
            picture.setFitWidth(Math.max(1, scroll.getViewportBounds().getWidth() - 2 * MARGIN));
            picture.setFitHeight(Math.max(1, room()));
        }
        if (pages > 0 && dpi() != askedDpi) {
            ask();
        }
    }
}
