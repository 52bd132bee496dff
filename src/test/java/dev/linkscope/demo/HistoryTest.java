package dev.linkscope.demo;

import static org.assertj.core.api.Assertions.assertThat;

import dev.linkscope.domain.probe.ClockReading;
import dev.linkscope.domain.probe.Outcome;
import dev.linkscope.domain.probe.ProbeKind;
import dev.linkscope.engine.port.AgentFrame;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

@Timeout(20)
class HistoryTest {
    private static final int TWO_HOURS_OF_SLOTS = 720;

    static List<String> reachable() {
        return Scenarios.ALL.stream()
                .map(Scenario::name)
                .filter(name -> !name.equals("unreachable"))
                .toList();
    }

    @ParameterizedTest
    @MethodSource("reachable")
    void beginsWithHelloSubscribedAndFacts(String scenario) {
        List<AgentFrame> frames = new Visit().history(scenario);

        AgentFrame.Hello hello = Visit.hello(frames);
        assertThat(hello.capabilities())
                .containsExactlyInAnyOrder(
                        "server.http", "webcam.snapshot", "dns", "gateway", "internet");
        assertThat(frames.get(1)).isInstanceOf(AgentFrame.Subscribed.class);
        assertThat(frames.get(2)).isInstanceOf(AgentFrame.FactSeen.class);
        assertThat(Visit.subscribed(frames).nextSequence())
                .isEqualTo(Visit.sequences(frames).size() + 1);
        assertThat(Visit.only(frames, AgentFrame.Heartbeat.class)).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("reachable")
    void numbersEntriesInTheOrderOfTheirTime(String scenario) {
        List<AgentFrame> frames = new Visit().history(scenario);
        List<Long> sequences = Visit.sequences(frames);

        assertThat(sequences)
                .containsExactlyElementsOf(
                        IntStream.rangeClosed(1, sequences.size())
                                .mapToObj(Long::valueOf)
                                .toList());
        assertThat(Visit.outcomes(frames)).extracting(Outcome::endMillis).isSorted();
    }

    @ParameterizedTest
    @MethodSource("reachable")
    void hasEverySlotAtAConstantCadence(String scenario) {
        List<AgentFrame> frames = new Visit().history(scenario);
        var subscribed = (AgentFrame.Subscribed) frames.get(1);

        assertThat(subscribed.probes()).hasSize(4);
        for (AgentFrame.Schedule schedule : subscribed.probes()) {
            List<Outcome> outcomes = Visit.outcomes(frames, schedule.target());
            for (int slot = 0; slot < outcomes.size(); slot++) {
                Outcome outcome = outcomes.get(slot);
                long due = schedule.firstMillis() + slot * schedule.cadence().toMillis();
                assertThat(outcome.slot()).isEqualTo(slot);
                assertThat(outcome.startMillis()).isBetween(due, due + 3);
                assertThat(outcome.endMillis()).isGreaterThanOrEqualTo(outcome.startMillis());
            }
        }
    }

    @Test
    void reachesTwoHoursBackOnTheWallClock() {
        List<AgentFrame> frames = new Visit().history("healthy");
        ClockReading clock = Visit.hello(frames).clock();
        List<Outcome> server = Visit.outcomes(frames, "server");

        Instant first = clock.utcOf(server.getFirst().startMillis());
        Instant last = clock.utcOf(server.getLast().endMillis());
        assertThat(clock.wall()).isEqualTo(Visit.START);
        assertThat(clock.bootMillis()).isGreaterThan(Duration.ofHours(2).toMillis());
        assertThat(first)
                .isBetween(
                        Visit.START.minus(Duration.ofHours(2)),
                        Visit.START.minus(Duration.ofHours(2)).plusSeconds(11));
        assertThat(last).isBetween(Visit.START.minusSeconds(11), Visit.START);
        assertThat(server).hasSizeBetween(TWO_HOURS_OF_SLOTS - 2, TWO_HOURS_OF_SLOTS);
    }

    @ParameterizedTest
    @MethodSource("reachable")
    void isTheSameWheneverItIsOpened(String scenario) {
        Visit visit = new Visit();
        List<AgentFrame> once = visit.history(scenario);
        visit.pass(Duration.ofMinutes(3));
        List<AgentFrame> later = visit.history(scenario);

        assertThat(Visit.subscribed(later).runId()).isEqualTo(Visit.subscribed(once).runId());
        assertThat(Visit.outcomes(later)).startsWith(Visit.outcomes(once).toArray(Outcome[]::new));
        assertThat(new Visit().history(scenario)).isEqualTo(once);
    }

    @ParameterizedTest
    @ValueSource(strings = {"weak-wifi", "scattered-loss"})
    void differsWithTheSeed(String scenario) {
        assertThat(Visit.outcomes(new Visit(2).history(scenario)))
                .isNotEqualTo(Visit.outcomes(new Visit(1).history(scenario)));
    }

    @ParameterizedTest
    @MethodSource("reachable")
    void timesArePlausibleAndWithinTheDeadline(String scenario) {
        for (Outcome outcome : Visit.outcomes(new Visit().history(scenario))) {
            int deadline = outcome.kind() == ProbeKind.SERVER_HTTP ? 10_000_000 : 5_000_000;
            assertThat(outcome.timings().total()).isBetween(1, deadline);
            assertThat(outcome.endMillis() - outcome.startMillis())
                    .isBetween(
                            outcome.timings().total() / 1_000L,
                            outcome.timings().total() / 1_000L + 1);
            assertThat(outcome.phase() == null).isEqualTo(!Visit.failed(outcome));
            assertThat(outcome.errorClass() == null).isEqualTo(!Visit.failed(outcome));
        }
    }
}
