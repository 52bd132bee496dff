package dev.linkscope.ui.timeline;

import dev.linkscope.domain.fact.Fact;
import dev.linkscope.domain.fix.Span;
import dev.linkscope.domain.history.FactReading;
import dev.linkscope.ui.common.Nodes;
import dev.linkscope.ui.common.Wording;
import dev.linkscope.ui.control.ChangeFlag;
import dev.linkscope.ui.control.ClockTicks;
import dev.linkscope.ui.timeline.ValueDrawing.Block;
import dev.linkscope.ui.timeline.ValueSteps.Step;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalDouble;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;

/**
 * One value over the shared clock: a line for numbers, a band for truths. Where nothing was read
 * there is a gap. Hidden while there is nothing to show.
 */
public final class ValueLane extends VBox {
    private final TimeView view;
    private final Wording wording;
    private final String title;
    private final ValueDrawing drawing;
    private final Lane lane;
    private final Label caption = Nodes.wrapped("muted", "small");
    private List<FactReading> readings = List.of();
    private List<Truth> truths = List.of();
    private List<Span> blind = List.of();
    private List<Step> line = List.of();
    private List<Block> blocks = List.of();
    private String unit = "";
    private String limitWords = "";

    /**
     * Something that is true at times.
     *
     * @param name for the user, such as <em>too little voltage</em>
     * @param readings of its fact, oldest first
     */
    public record Truth(String name, List<FactReading> readings) {
        public Truth {
            readings = List.copyOf(readings);
        }
    }

    /**
     * An empty lane that can be looked at.
     *
     * @param titleKey text that names the value
     */
    public ValueLane(TimeView view, Wording wording, String titleKey) {
        this(view, wording, titleKey, LaneActions.NONE);
    }

    /**
     * An empty lane.
     *
     * @param titleKey text that names the value
     */
    public ValueLane(TimeView view, Wording wording, String titleKey, LaneActions actions) {
        this.view = view;
        this.wording = wording;
        title = wording.text(titleKey);
        drawing =
                new ValueDrawing(
                        view,
                        new ClockTicks(wording.messages()),
                        value -> wording.text("timeline.value.axis", value));
        lane = new Lane(view, drawing, ValueDrawing.below(), actions);
        getStyleClass().add("value-lane");
        getChildren().setAll(caption, lane);
        Nodes.show(this, false);
    }

    /** Shows readings of one fact, oldest first. */
    public void show(List<FactReading> newReadings) {
        readings = List.copyOf(newReadings);
        update();
    }

    /** Shows as blocks what was true at times. */
    public void showTruths(List<Truth> newTruths) {
        truths = List.copyOf(newTruths);
        update();
    }

    /** In these spans nothing was read: what was read last may no longer hold. */
    public void showBlind(List<Span> spans) {
        blind = List.copyOf(spans);
        update();
    }

    /** Shows changes and notes. */
    public void showFlags(List<ChangeFlag> changes) {
        drawing.showFlags(changes);
    }

    /**
     * Draws a dashed line at a value.
     *
     * @param words what it means
     */
    public void limit(double value, String words) {
        limitWords = words;
        drawing.limit(value);
    }

    private void update() {
        // What was read last holds a little longer than the last look at the clock.
        Instant end = view.whole().to();
        boolean number = readings.stream().map(FactReading::fact).noneMatch(ValueLane::isTruth);
        line = number ? ValueSteps.of(readings, end) : List.of();
        unit =
                readings.stream()
                        .map(reading -> reading.fact().unit())
                        .filter(Objects::nonNull)
                        .findFirst()
                        .orElse("");
        var made = new ArrayList<Block>();
        if (!number) {
            made.add(new Block(title, ValueSteps.of(readings, end)));
        }
        truths.forEach(one -> made.add(new Block(one.name(), ValueSteps.of(one.readings(), end))));
        blocks = made;
        drawing.show(line, blocks, blind);
        Nodes.show(this, hasData());
        say();
    }

    private static boolean isTruth(Fact fact) {
        return "true".equals(fact.value()) || "false".equals(fact.value());
    }

    /** Whether there is anything to show. */
    public boolean hasData() {
        return !line.isEmpty() || blocks.stream().anyMatch(block -> !block.steps().isEmpty());
    }

    private void say() {
        Instant now = view.whole().to().minusMillis(1);
        String value = at(now).orElse(wording.text("timeline.value.unknown"));
        String said =
                limitWords.isEmpty()
                        ? wording.text("timeline.value.said", title, value)
                        : wording.text("timeline.value.said.limit", title, value, limitWords);
        caption.setText(said);
        lane.say(said, wording.text("timeline.lane.help"));
    }

    /** What was read at a moment, in words; empty where nothing is known. */
    public Optional<String> at(Instant moment) {
        if (blind.stream()
                .anyMatch(span -> !moment.isBefore(span.from()) && moment.isBefore(span.to()))) {
            return Optional.empty();
        }
        var said = new ArrayList<String>();
        OptionalDouble value = ValueSteps.at(line, moment);
        if (value.isPresent()) {
            said.add(number(value.getAsDouble()));
        }
        for (Block block : blocks) {
            if (ValueSteps.at(block.steps(), moment).orElse(0) > 0) {
                said.add(block.name());
            }
        }
        if (said.isEmpty() && !line.isEmpty()) {
            return Optional.empty();
        }
        boolean looked =
                blocks.stream().anyMatch(block -> ValueSteps.at(block.steps(), moment).isPresent());
        if (said.isEmpty() && looked) {
            said.add(wording.text("timeline.value.fine"));
        }
        return said.isEmpty() ? Optional.empty() : Optional.of(String.join(", ", said));
    }

    private String number(double value) {
        // The agent writes degrees Celsius as C.
        String shown = unit.equals("C") ? "°C" : unit;
        return wording.text("timeline.value", value, shown).replace(' ', '\u00a0');
    }
}
