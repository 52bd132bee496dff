package dev.linkscope.ui.preferences;

import dev.linkscope.domain.printer.PrinterId;
import dev.linkscope.engine.port.Allowed;
import dev.linkscope.engine.port.SettingsStore.Settings;
import dev.linkscope.ui.common.Wording;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javafx.scene.control.Button;

/** How printers are measured, and how they are judged. */
final class MeasuringRows {
    private static final int NUMBER_COLUMNS = 7;
    private static final int LINE_COLUMNS = 34;
    private static final double PER_CENT = 100;

    private final SettingsServices services;
    private final Wording wording;
    private final LiveSettings live;
    private final Button everywhere = new Button();

    MeasuringRows(SettingsServices services, LiveSettings live) {
        this.services = services;
        this.wording = services.wording();
        this.live = live;
    }

    /** How printers are measured. */
    List<Row> measuring() {
        var cadence =
                number(
                        Fields.CADENCE,
                        new Numbers(
                                (double) Allowed.SHORTEST_CADENCE.toSeconds(),
                                (double) Allowed.LONGEST_CADENCE.toSeconds(),
                                1),
                        "preferences.unit.seconds");
        everywhere.setId("cadence-everywhere");
        everywhere.setText(wording.text("preferences.cadence.everywhere"));
        everywhere.getStyleClass().add("small");
        everywhere.setOnAction(event -> {
            cadence.flush();
            useEverywhere();
        });
        cadence.below(everywhere);
        live.follow(this::offerEverywhere);
        offerEverywhere(live.now());
        var references = line(Fields.REFERENCES, Addresses.REFERENCES);
        live.follow(now -> allow(references, now));
        allow(references, live.now());
        return List.of(
                cadence,
                number(
                        Fields.REQUESTS,
                        new Numbers(Allowed.FEWEST_REQUESTS, Allowed.MOST_REQUESTS, 1),
                        "preferences.unit.requests"),
                new FieldRow<>(
                        wording, Fields.INTERNET, new SwitchEditor(wording, Fields.INTERNET), live),
                references,
                line(Fields.RESOLVERS, Addresses.RESOLVERS));
    }

    /** From which error rate on a printer is called what. */
    List<Row> judging() {
        var rates = new Numbers(Allowed.LOWEST_RATE * PER_CENT, Allowed.HIGHEST_RATE * PER_CENT, 1);
        return List.of(
                number(Fields.WATCH, rates, "preferences.unit.percent"),
                number(Fields.TAKE_ACTION, rates, "preferences.unit.percent"));
    }

    private static void allow(FieldRow<List<String>> references, Settings now) {
        references.setContentDisabled(!now.manners().internetReferences());
    }

    private FieldRow<Double> number(Field<Double> field, Numbers numbers, String unit) {
        return new FieldRow<>(
                wording,
                field,
                new TextEditor<>(wording, field, numbers, NUMBER_COLUMNS, unit),
                live);
    }

    private FieldRow<List<String>> line(Field<List<String>> field, Addresses addresses) {
        return new FieldRow<>(
                wording,
                field,
                new TextEditor<>(wording, field, addresses, LINE_COLUMNS, null),
                live);
    }

    /** Those that are measured at another cadence, with the one they have. */
    private Map<PrinterId, Duration> others(Duration cadence) {
        Map<PrinterId, Duration> others = new HashMap<>(services.printers().cadences());
        others.values().removeIf(cadence::equals);
        return others;
    }

    private void offerEverywhere(Settings now) {
        everywhere.setDisable(others(now.preferences().cadence()).isEmpty());
    }

    private void useEverywhere() {
        Duration cadence = live.now().preferences().cadence();
        Map<PrinterId, Duration> before = others(cadence);
        Map<PrinterId, Duration> after = new HashMap<>(before);
        after.replaceAll((id, old) -> cadence);
        if (before.isEmpty()) {
            return;
        }
        live.change(
                wording.text("preferences.cadence.changed", before.size(), cadence),
                now -> now,
                now -> now,
                () -> measure(after),
                () -> measure(before));
    }

    private void measure(Map<PrinterId, Duration> cadences) {
        services.printers().measure(cadences);
        offerEverywhere(live.now());
    }
}
