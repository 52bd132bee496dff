package dev.linkscope.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.linkscope.domain.coverage.NotMeasured;
import dev.linkscope.domain.coverage.Segment;
import dev.linkscope.domain.coverage.Slot;
import dev.linkscope.domain.coverage.Trace;
import dev.linkscope.domain.probe.Phase;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.NoSuchElementException;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.CharRange;
import net.jqwik.api.constraints.StringLength;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.node.ObjectNode;

class TraceJsonTest {
    private static final Instant START = SampleTraces.START;
    private static final Duration TEN = Duration.ofSeconds(10);

    @Test
    void codesRunsOfStates() {
        ObjectNode node = TraceJson.write(SampleTraces.of("1".repeat(120) + "000" + "....." + "1"));

        assertThat(node.get("states").stringValue()).isEqualTo("120o3x5.1o");
        assertThat(node.get("phases").stringValue()).isEqualTo("3c");
        assertThat(node.get("reasons").stringValue()).isEqualTo("5u");
        assertThat(node.get("start").stringValue()).isEqualTo("2026-11-22T07:02:00Z");
        assertThat(node.get("cadenceSeconds").isIntegralNumber()).isTrue();
        assertThat(node.has("segments")).isFalse();
    }

    @Test
    void segmentsOfOneCadenceShareAGridWithTheGapAsNotMeasured() {
        Segment first = SampleTraces.segment(START, TEN, "11");
        Segment second = SampleTraces.segment(START.plusSeconds(54), TEN, "01");

        ObjectNode node = TraceJson.write(new Trace(List.of(first, second)));

        assertThat(node.get("states").stringValue()).isEqualTo("2o3.1x1o");
        assertThat(node.get("reasons").stringValue()).isEqualTo("3a");
    }

    @Test
    void otherCadencesAreListedBesideTheLongest() {
        ObjectNode node = TraceJson.write(ReportSchemaTest.twoCadences());

        assertThat(node.get("segments").size()).isEqualTo(2);
        assertThat(node.get("segments").get(0).get("cadenceSeconds").doubleValue()).isEqualTo(2.5);
        assertThat(node.get("cadenceSeconds").intValue()).isEqualTo(10);
        assertThat(node.get("states").stringValue()).isEqualTo("1o2x3o");
        assertThat(back(ReportSchemaTest.twoCadences()).segments()).hasSize(2);
    }

    @Test
    void aGapOfYearsTakesNoMemory() {
        Segment first = SampleTraces.segment(START, TEN, "1");
        Segment second = SampleTraces.segment(START.plus(Duration.ofDays(3000)), TEN, "0");

        ObjectNode node = TraceJson.write(new Trace(List.of(first, second)));

        assertThat(node.get("segments").size()).isEqualTo(2);
    }

    @Test
    void nothingMeasuredIsNull() {
        ObjectNode node = TraceJson.write(Trace.EMPTY);

        assertThat(node.get("start").isNull()).isTrue();
        assertThat(node.get("cadenceSeconds").isNull()).isTrue();
        assertThat(node.get("states").stringValue()).isEmpty();
        assertThat(back(Trace.EMPTY)).isEqualTo(Trace.EMPTY);
    }

    @Test
    void keepsEveryPhaseAndReason() {
        List<Slot> slots = new ArrayList<>();
        Instant due = START;
        for (Phase phase : Phase.values()) {
            slots.add(Slot.failed(due, phase));
            due = due.plus(TEN);
        }
        slots.add(Slot.failed(due, null));
        for (NotMeasured reason : NotMeasured.values()) {
            due = due.plus(TEN);
            slots.add(Slot.notMeasured(due, reason));
        }
        var trace = new Trace(List.of(new Segment(TEN, slots)));

        assertThat(back(trace)).isEqualTo(trace);
    }

    @Test
    void statesAloneAreEnough() {
        ObjectNode node = TraceJson.write(SampleTraces.of("10."));
        node.remove("phases");
        node.remove("reasons");

        List<Slot> slots = TraceJson.read(new Fields(node, "")).slots().toList();

        assertThat(slots.get(1).phase()).isNull();
        assertThat(slots.get(2).reason()).isEqualTo(NotMeasured.NOT_ASKED);
    }

    @Property(tries = 200)
    void comesBackSlotBySlot(
            @ForAll @StringLength(min = 1, max = 200) @CharRange(from = '.', to = '1') String any) {
        Trace trace = SampleTraces.of(any);

        Trace back = back(trace);

        assertThat(back.slots().map(Slot::state))
                .isEqualTo(trace.slots().map(Slot::state).toList());
        assertThat(back.slots().map(Slot::scheduled))
                .isEqualTo(trace.slots().map(Slot::scheduled).toList());
    }

    @ParameterizedTest
    @ValueSource(strings = {"o", "3", "3o4", "-1o", "0o", "99999999999999999999o", "3 o"})
    void brokenCodesAreRefused(String code) {
        assertThatThrownBy(() -> RunLength.length(code)).isInstanceOf(NoSuchElementException.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"3q", "10000001o", "2147483647x"})
    void tooManySlotsOrOtherLettersAreRefused(String states) {
        ObjectNode node = TraceJson.write(SampleTraces.of("1"));
        node.put("states", states);

        assertThatThrownBy(() -> TraceJson.read(new Fields(node, "trace")))
                .isInstanceOf(Fields.WrongFieldException.class)
                .hasMessageContaining("trace.states");
    }

    private static Trace back(Trace trace) {
        return TraceJson.read(new Fields(TraceJson.write(trace), ""));
    }
}
