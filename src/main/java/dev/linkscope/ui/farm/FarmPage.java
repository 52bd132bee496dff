package dev.linkscope.ui.farm;

import dev.linkscope.domain.printer.PrinterId;
import dev.linkscope.engine.port.Preferences.Limits;
import dev.linkscope.engine.port.SettingsStore.FarmLook;
import dev.linkscope.ui.common.Nodes;
import dev.linkscope.ui.common.TextSize;
import dev.linkscope.ui.common.Wording;
import dev.linkscope.ui.control.OutageChart.Span;
import java.time.InstantSource;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Stream;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.StringProperty;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/** The page of the farm: summary, what printers have in common, outages in time, table or cards. */
final class FarmPage extends VBox {
    /** Part of the window's height that the chart takes at most. */
    private static final double CHART_PART = 0.28;

    /** What each banner takes of that. */
    private static final double BANNER_PART = 40;

    /** Of the table or the cards at least, with text of the usual size. */
    private static final double TABLE_HEIGHT = 150;

    private final ShownFarm board;
    private final SummaryTiles tiles;
    private final SharedBanner shared;
    private final TraitsCard traits;
    private final LinkBanner links;
    private final OutageCard outages;
    private final FarmTable table;
    private final FarmCards cards;
    private final FarmTools tools;
    private final FarmActions actions;
    private final StringProperty query;

    /**
     * An empty page.
     *
     * @param selected the chosen printer of the window
     * @param query what is searched for
     * @param limits from which error rate a printer is called what; returns at once
     */
    FarmPage(
            ShownFarm board,
            ObjectProperty<@Nullable PrinterId> selected,
            StringProperty query,
            Wording wording,
            InstantSource clock,
            FarmActions actions,
            FarmLook look,
            Supplier<Limits> limits) {
        this.board = board;
        this.actions = actions;
        this.query = query;
        setId("farm-page");
        getStyleClass().add("farm-page");
        var menu = new FarmMenu(wording, clock, actions, board);
        tiles = new SummaryTiles(board, wording, limits);
        outages = new OutageCard(board, wording, actions);
        table = new FarmTable(board, selected, wording, menu, actions, this::showAll);
        menu.choosing(table::together);
        cards = new FarmCards(board, selected, wording, menu, actions, this::showAll);
        tools = new FarmTools(board, wording, this::showAll, this::change);
        table.onMoved(this::moved);
        var body = new StackPane(table, cards);
        body.minHeightProperty()
                .bind(TextSize.factor(this).map(size -> TABLE_HEIGHT * size.doubleValue()));
        VBox.setVgrow(body, Priority.ALWAYS);
        shared = new SharedBanner(board, wording, this::zoom);
        traits = new TraitsCard(board, wording);
        links = new LinkBanner(board, wording, actions);
        getChildren().setAll(tiles, links, shared, traits, outages, tools, body);
        sceneProperty().flatMap(Scene::heightProperty).subscribe(height -> limitChart());
        shared.visibleProperty().subscribe(visible -> limitChart());
        traits.visibleProperty().subscribe(visible -> limitChart());
        links.visibleProperty().subscribe(visible -> limitChart());
        query.subscribe(text -> board.filter(board.filterProperty().get().withQuery(text)));
        show(look);
    }

    // The chart shows more the taller the window is; the table keeps the rest.
    private void limitChart() {
        if (getScene() != null) {
            long banners = Stream.of(links, shared, traits).filter(Node::isVisible).count();
            outages.limit(getScene().getHeight() * CHART_PART - banners * BANNER_PART);
        }
    }

    private void zoom(@Nullable Span span) {
        outages.zoom(span);
    }

    private void showAll() {
        board.filter(FarmFilter.NONE);
        query.set("");
        outages.zoom(null);
    }

    private void show(FarmLook look) {
        table.show(FarmColumn.of(look.columns()));
        Nodes.show(table, !look.cards());
        Nodes.show(cards, look.cards());
        tools.show(look);
    }

    private void change(FarmLook look) {
        show(look);
        actions.look(look);
    }

    private void moved(List<FarmColumn> chosen) {
        FarmLook look = tools.stored(chosen);
        tools.show(look);
        actions.look(look);
    }

    /** Printers were taken out of the list or came back. */
    void arrange() {
        board.arrange();
        tiles.show();
    }

    /** Puts the cursor into the table or the cards. */
    void focusBody() {
        (table.isVisible() ? table : cards).requestFocus();
    }
}
