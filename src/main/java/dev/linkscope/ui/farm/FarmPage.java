package dev.linkscope.ui.farm;

import dev.linkscope.domain.printer.PrinterId;
import dev.linkscope.engine.port.SettingsStore.FarmLook;
import dev.linkscope.ui.common.Nodes;
import dev.linkscope.ui.common.Wording;
import dev.linkscope.ui.control.OutageChart.Span;
import java.time.InstantSource;
import java.util.List;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.StringProperty;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/** The page of the farm: summary, what printers have in common, outages in time, table or cards. */
final class FarmPage extends VBox {
    /** Part of the page's height that the chart takes at most. */
    private static final double CHART_PART = 0.30;

    private static final double TABLE_HEIGHT = 150;

    private final FarmBoard board;
    private final SummaryTiles tiles;
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
     */
    FarmPage(
            FarmBoard board,
            ObjectProperty<@Nullable PrinterId> selected,
            StringProperty query,
            Wording wording,
            InstantSource clock,
            FarmActions actions,
            FarmLook look) {
        this.board = board;
        this.actions = actions;
        this.query = query;
        setId("farm-page");
        getStyleClass().add("farm-page");
        var menu = new FarmMenu(wording, clock, actions);
        tiles = new SummaryTiles(board, wording);
        outages = new OutageCard(board, wording, actions);
        table = new FarmTable(board, selected, wording, menu, actions);
        cards = new FarmCards(board, selected, wording, menu, actions);
        tools = new FarmTools(board, wording, this::showAll, this::change);
        table.onMoved(this::moved);
        var body = new StackPane(table, cards);
        body.setMinHeight(TABLE_HEIGHT);
        VBox.setVgrow(body, Priority.ALWAYS);
        getChildren()
                .setAll(
                        tiles,
                        new SharedBanner(board, wording, this::zoom),
                        new TraitsCard(board, wording),
                        outages,
                        tools,
                        body);
        heightProperty().subscribe(height -> outages.limit(height.doubleValue() * CHART_PART));
        query.subscribe(text -> board.filter(board.filterProperty().get().withQuery(text)));
        show(look);
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
