package dev.linkscope.ui.printer.tabs;

import dev.linkscope.domain.history.FactReading;
import dev.linkscope.ui.common.Nodes;
import dev.linkscope.ui.common.Wording;
import dev.linkscope.ui.timeline.TimeView;
import dev.linkscope.ui.timeline.ValueLane;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/** Readings over the page's clock, one lane each, with a sentence where there is nothing. */
final class LanePanel extends VBox implements ReadingFeed.Listener {
    private final Wording wording;
    private final Label nothing = Nodes.onlyWithText(Nodes.wrapped("small", "muted"));
    private final Map<String, ValueLane> lanes = new LinkedHashMap<>();
    private final ReadingFeed feed;
    private boolean recorded;
    private @Nullable List<FactReading> shown;

    /**
     * Lanes without readings.
     *
     * @param keys facts, a lane each
     */
    LanePanel(Wording wording, TimeView view, TabServices services, List<String> keys) {
        this.wording = wording;
        getStyleClass().add("lane-panel");
        getChildren().add(Nodes.labelled(wording.text("tabs.lanes"), "section-title"));
        for (String key : keys) {
            var lane = new ValueLane(view, wording, "fact." + key);
            lane.setId("lane-" + key.replace('.', '-'));
            lane.getStyleClass().add("tab-lane");
            lanes.put(key, lane);
            getChildren().add(lane);
        }
        nothing.setText(wording.text("tabs.lanes.loading"));
        getChildren().add(nothing);
        feed = new ReadingFeed(services, view, lanes.keySet(), this);
    }

    /** Follows a printer. */
    void show(TabInput input) {
        if (recorded != input.recorded()) {
            recorded = input.recorded();
            shown = null;
        }
        feed.follow(input.snapshot().printer().id());
    }

    @Override
    public void read(List<FactReading> readings) {
        if (readings.equals(shown)) {
            return;
        }
        shown = readings;
        lanes.forEach((key, lane) -> {
            List<FactReading> own =
                    readings.stream().filter(one -> one.fact().key().equals(key)).toList();
            lane.show(own);
        });
        nothing.setText(
                readings.isEmpty()
                        ? wording.text(recorded ? "tabs.lanes.recorded" : "tabs.lanes.none")
                        : "");
    }

    @Override
    public void failed(String why) {
        nothing.setText(wording.text("tabs.lanes.failed", why));
    }
}
