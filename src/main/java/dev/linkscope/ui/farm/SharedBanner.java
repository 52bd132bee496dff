package dev.linkscope.ui.farm;

import dev.linkscope.engine.farm.FarmView.Shared;
import dev.linkscope.ui.common.Nodes;
import dev.linkscope.ui.common.Wording;
import dev.linkscope.ui.control.OutageChart.Span;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.materialdesign2.MaterialDesignS;

/** The latest outage that several printers had together: what happened and where to look first. */
final class SharedBanner extends HBox {
    private static final Duration MARGIN = Duration.ofMinutes(5);

    private final ShownFarm board;
    private final Wording wording;
    private final Consumer<@Nullable Span> zoom;
    private final Label title = Nodes.wrapped("banner-title");
    private final Label detail = Nodes.onlyWithText(Nodes.wrapped("muted"));
    private final Button only = new Button();
    private @Nullable Shared latest;

    /**
     * A banner that is there while there is something to say.
     *
     * @param zoom shows a part of the time in the chart; null for all of it
     */
    SharedBanner(ShownFarm board, Wording wording, Consumer<@Nullable Span> zoom) {
        this.board = board;
        this.wording = wording;
        this.zoom = zoom;
        setId("shared-banner");
        getStyleClass().addAll("card", "farm-banner", "tone-watch");
        setAlignment(Pos.CENTER_LEFT);
        setMinHeight(USE_PREF_SIZE);
        title.setGraphic(Nodes.icon(MaterialDesignS.SET_CENTER, "state-icon"));
        var words = new VBox(title, detail);
        words.getStyleClass().add("banner-words");
        words.setMinWidth(0);
        HBox.setHgrow(words, Priority.ALWAYS);
        only.setId("only-shared");
        only.setMinWidth(USE_PREF_SIZE);
        only.setOnAction(event -> toggle());
        getChildren().setAll(words, only);
        board.pictureProperty().subscribe(picture -> show(picture.view().shared()));
        board.filterProperty().subscribe(filter -> mark());
        mark();
    }

    private void show(List<Shared> shared) {
        latest = shared.isEmpty() ? null : shared.getLast();
        Nodes.show(this, latest != null);
        if (latest != null) {
            List<String> said =
                    latest.explanation().stream().map(wording.messages()::render).toList();
            title.setText(said.isEmpty() ? plain(latest) : said.getFirst());
            detail.setText(
                    said.size() > 1
                            ? said.stream().skip(1).collect(Collectors.joining(" "))
                            : wording.text("farm.shared.counted"));
        }
    }

    private String plain(Shared shared) {
        int members = shared.members().size();
        return shared.lasts()
                ? wording.text("farm.shared.lasts", time(shared.from()), members, shared.measured())
                : wording.text(
                        "farm.shared.over",
                        time(shared.from()),
                        time(shared.to()),
                        members,
                        shared.measured());
    }

    private String time(Instant at) {
        return wording.messages().clock().minutes(at);
    }

    private void toggle() {
        Shared shown = latest;
        FarmFilter now = board.filterProperty().get();
        if (shown == null || !now.only().isEmpty()) {
            board.filter(now.withOnly(Set.of()));
            zoom.accept(null);
            return;
        }
        Duration length = Duration.between(shown.from(), shown.to());
        Duration room = length.compareTo(MARGIN) > 0 ? length : MARGIN;
        FarmPicture picture = board.pictureProperty().get();
        Instant from = shown.from().minus(room);
        Instant to = shown.to().plus(room);
        board.filter(FarmFilter.NONE.withOnly(Set.copyOf(shown.members())));
        zoom.accept(
                new Span(
                        Math.max(from.toEpochMilli(), picture.from().toEpochMilli()),
                        Math.min(to.toEpochMilli(), picture.to().toEpochMilli())));
    }

    private void mark() {
        boolean narrowed = !board.filterProperty().get().only().isEmpty();
        only.setText(wording.text(narrowed ? "farm.show_all" : "farm.shared.only"));
    }
}
