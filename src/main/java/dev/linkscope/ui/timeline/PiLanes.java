package dev.linkscope.ui.timeline;

import dev.linkscope.domain.fix.Span;
import dev.linkscope.domain.history.FactReading;
import dev.linkscope.ui.common.Nodes;
import dev.linkscope.ui.common.Wording;
import dev.linkscope.ui.control.ChangeFlag;
import dev.linkscope.ui.timeline.ValueLane.Truth;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.materialdesign2.MaterialDesignC;

/** What the Pi told of itself at the same time: Wi-Fi signal, temperature and power. */
public final class PiLanes extends VBox {
    /** Below it packets are lost: Obico's own limit for streaming; Cisco WLAN design guides. */
    private static final double WEAK_DBM = -70;

    private static final String SIGNAL = "wifi.signal";
    private static final String TEMPERATURE = "host.temperature";
    private static final String UNDERVOLTAGE = "power.undervoltage.now";
    private static final String THROTTLED = "power.throttled.now";
    private static final String CAPPED = "power.frequency_capped.now";

    /** Names of the facts shown. */
    static final Set<String> FACTS = Set.of(SIGNAL, TEMPERATURE, UNDERVOLTAGE, THROTTLED, CAPPED);

    private final Wording wording;
    private final ValueLane signal;
    private final ValueLane power;
    private final Button fold = new Button();
    private boolean unfolded = true;
    private final VBox body;
    private final Label missing = Nodes.onlyWithText(Nodes.wrapped("muted", "small"));

    PiLanes(TimeView view, Wording wording, LaneActions actions) {
        this.wording = wording;
        signal = new ValueLane(view, wording, "timeline.signal", actions);
        signal.limit(WEAK_DBM, wording.text("timeline.signal.weak", WEAK_DBM));
        power = new ValueLane(view, wording, "timeline.power", actions);
        body = new VBox(signal, power);
        body.getStyleClass().add("pi-lanes-body");
        getStyleClass().addAll("card", "pi-lanes");
        setId("pi-lanes");
        fold.setId("pi-lanes-fold");
        fold.setText(wording.text("timeline.pi"));
        fold.setGraphic(Nodes.icon(MaterialDesignC.CHEVRON_DOWN));
        fold.getStyleClass().addAll("flat", "small", "fold");
        fold.setOnAction(event -> {
            unfolded = !unfolded;
            arrange();
        });
        var head = new HBox(fold);
        head.setAlignment(Pos.CENTER_LEFT);
        getChildren().setAll(head, missing, body);
        setMinHeight(USE_PREF_SIZE);
        show(List.of(), List.of(), true);
    }

    /**
     * Shows readings of all facts together, oldest first.
     *
     * @param blind when nobody was there to read
     * @param liveOnly whether nothing of this is kept
     */
    void show(List<FactReading> readings, List<Span> blind, boolean liveOnly) {
        signal.showBlind(blind);
        power.showBlind(blind);
        signal.show(of(readings, SIGNAL));
        power.showTruths(
                List.of(
                        truth("timeline.power.undervoltage", readings, UNDERVOLTAGE),
                        truth("timeline.power.throttled", readings, THROTTLED),
                        truth("timeline.power.capped", readings, CAPPED)));
        power.show(of(readings, TEMPERATURE));
        missing.setText(missing(liveOnly));
        arrange();
    }

    private String missing(boolean liveOnly) {
        if (signal.hasData() && power.hasData()) {
            return "";
        }
        if (!signal.hasData() && !power.hasData()) {
            return wording.text(liveOnly ? "timeline.pi.report" : "timeline.pi.none");
        }
        return wording.text(signal.hasData() ? "timeline.power.none" : "timeline.signal.none");
    }

    private void arrange() {
        boolean any = signal.hasData() || power.hasData();
        boolean open = unfolded && any;
        Nodes.show(body, open);
        fold.setDisable(!any);
        fold.getGraphic().setRotate(open ? 0 : -90);
        fold.setAccessibleText(wording.text(open ? "timeline.pi.fold" : "timeline.pi.unfold"));
    }

    private Truth truth(String key, List<FactReading> readings, String fact) {
        return new Truth(wording.text(key), of(readings, fact));
    }

    private static List<FactReading> of(List<FactReading> readings, String key) {
        return readings.stream().filter(reading -> reading.fact().key().equals(key)).toList();
    }

    /** Shows changes and notes. */
    void showFlags(List<ChangeFlag> changes) {
        signal.showFlags(changes);
        power.showFlags(changes);
    }

    /** What was read at a moment, in words; empty where nothing was. */
    String at(Instant moment) {
        return Stream.of(signal.at(moment), power.at(moment))
                .flatMap(Optional::stream)
                .reduce((one, other) -> wording.text("timeline.read.join", one, other))
                .orElse("");
    }
}
