package dev.linkscope.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.linkscope.domain.diagnosis.FailureCode;
import dev.linkscope.domain.probe.Outcome;
import dev.linkscope.engine.port.AgentChannel;
import dev.linkscope.engine.port.AgentFrame;
import dev.linkscope.engine.port.AgentRequest;
import dev.linkscope.engine.port.ConnectStep;
import dev.linkscope.engine.port.LinkException;
import dev.linkscope.engine.port.Position;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Life of a channel, on a clock that moves only when told. */
@Timeout(20)
class ChannelTest {
    private static final Duration LONG_LEASE = Duration.ofHours(24);

    private final Visit visit = new Visit();

    @Test
    void deliversOutcomesWhenTheyAreDueAndNotBefore() throws LinkException {
        AgentChannel channel = patient(0);
        List<AgentFrame> history = Visit.drain(channel);

        assertThat(channel.poll(Duration.ZERO)).isNull();
        visit.pass(Duration.ofMinutes(10));
        List<AgentFrame> frames = Visit.drain(channel);
        List<Outcome> live = Visit.outcomes(frames);

        assertThat(Visit.sequences(frames).getFirst())
                .isEqualTo(Visit.sequences(history).getLast() + 1);
        // Each minute 6 of server, webcam and dns, 12 of the gateway.
        assertThat(live).hasSizeBetween(298, 302);
    }

    @Test
    void givesASignOfLifeEveryFiveSeconds() throws LinkException {
        AgentChannel channel = patient(0);
        Visit.drain(channel);
        visit.pass(Duration.ofSeconds(61));

        List<AgentFrame> frames = Visit.drain(channel);

        var heartbeats = Visit.only(frames, AgentFrame.Heartbeat.class);
        assertThat(heartbeats).hasSize(12);
        for (int i = 0; i < heartbeats.size(); i++) {
            Instant at = Visit.START.plusSeconds(5L * (i + 1));
            assertThat(heartbeats.get(i).clock().wall()).isEqualTo(at);
        }
        assertThat(heartbeats)
                .extracting(AgentFrame.Heartbeat::lastSequence)
                .isSorted()
                .doesNotHaveDuplicates();
    }

    @Test
    void tellsFactsAgainOnlyWhenTheyChange() throws LinkException {
        AgentChannel channel = visit.open("under-voltage", request(0, LONG_LEASE));
        Visit.drain(channel);
        visit.pass(Duration.ofHours(1));

        var facts = Visit.facts(Visit.drain(channel));

        assertThat(facts)
                .filteredOn(fact -> fact.key().equals("power.undervoltage.now"))
                .extracting(fact -> fact.value())
                .contains("true", "false");
        assertThat(facts)
                .extracting(fact -> fact.key())
                .containsOnly("power.undervoltage.now", "wifi.signal");
    }

    @Test
    void measuresAFiniteNumberOfSlotsLiveAndThenSaysGoodbye() throws LinkException {
        AgentChannel channel = visit.open("weak-wifi", request(30, LONG_LEASE));
        List<AgentFrame> greeting = Visit.drain(channel);
        assertThat(Visit.outcomes(greeting)).isEmpty();
        long openedAt = Visit.hello(greeting).clock().bootMillis();
        visit.pass(Duration.ofMinutes(10));

        List<AgentFrame> frames = Visit.drain(channel);

        assertThat(Visit.outcomes(frames, "server").getFirst().startMillis() - openedAt)
                .isBetween(0L, 3L);
        for (String target : List.of("server", "webcam", "dns", "gateway")) {
            List<Outcome> outcomes = Visit.outcomes(frames, target);
            assertThat(outcomes).hasSize(30);
            assertThat(outcomes.getLast().slot()).isEqualTo(29);
        }
        assertThat(frames.getLast()).isEqualTo(new AgentFrame.Bye("finished"));
        assertThat(channel.poll(Duration.ofHours(1))).isNull();
    }

    @Test
    void stopsAfterWhatWasMeasuredBefore() throws LinkException {
        AgentChannel channel = patient(0);
        channel.stop();
        visit.pass(Duration.ofMinutes(5));

        List<AgentFrame> frames = Visit.drain(channel);

        assertThat(frames.getFirst()).isInstanceOf(AgentFrame.Hello.class);
        assertThat(frames.getLast()).isEqualTo(new AgentFrame.Bye("stopped"));
        assertThat(Visit.sequences(frames))
                .hasSize((int) Visit.subscribed(frames).nextSequence() - 1);
        assertThat(channel.poll(Duration.ofHours(1))).isNull();
    }

    @Test
    void answersAConnectionTestThatAsksForNothing() throws LinkException {
        AgentChannel channel =
                visit.open("healthy", new AgentRequest("t", "i", Visit.LEASE, null, List.of()));
        channel.stop();

        List<AgentFrame> frames = Visit.drain(channel);

        assertThat(Visit.subscribed(frames).subscription()).isEqualTo("t");
        assertThat(Visit.subscribed(frames).probes()).isEmpty();
        assertThat(frames.getLast()).isEqualTo(new AgentFrame.Bye("stopped"));
    }

    @Test
    void endsWithItsLease() throws LinkException {
        // Leases run in real time: 60 s are 6000 s at a speed of 100.
        AgentChannel channel = visit.open("healthy");
        visit.pass(Duration.ofSeconds(5_999));
        Visit.drain(channel);
        visit.pass(Duration.ofSeconds(2));
        channel.renew();

        assertEnds(channel, FailureCode.AGENT_ENDED);
    }

    @Test
    void livesOnWithARenewedLease() throws LinkException {
        AgentChannel channel = visit.open("healthy");
        for (int i = 0; i < 10; i++) {
            visit.pass(Duration.ofSeconds(1_500));
            channel.renew();
        }

        assertThat(Visit.outcomes(Visit.drain(channel), "server")).hasSizeGreaterThan(2_200);
    }

    @Test
    void breaksOffWhenThePiRestartsAndBeginsANewRunInANewBoot() throws LinkException {
        AgentChannel channel = visit.open("nightly-reboot", request(0, LONG_LEASE));
        List<AgentFrame> before = Visit.drain(channel);
        visit.pass(Duration.ofMinutes(7));

        assertEnds(channel, FailureCode.LINK_BROKEN);
        assertThatExceptionOfType(LinkException.class)
                .isThrownBy(() -> visit.open("nightly-reboot"))
                .satisfies(e -> assertThat(e.step()).isEqualTo(ConnectStep.REACH));

        visit.pass(Duration.ofMinutes(3));
        List<AgentFrame> after = visit.history("nightly-reboot");
        assertThat(Visit.hello(after).bootId()).isNotEqualTo(Visit.hello(before).bootId());
        assertThat(Visit.subscribed(after).runId()).isNotEqualTo(Visit.subscribed(before).runId());
        assertThat(Visit.hello(after).machine()).isEqualTo(Visit.hello(before).machine());
        Outcome first = Visit.outcomes(after).getFirst();
        assertThat(Visit.sequences(after).getFirst()).isEqualTo(1);
        Instant again = Visit.hello(after).clock().utcOf(first.startMillis());
        assertThat(again)
                .isBetween(Visit.START.plusSeconds(8 * 60), Visit.START.plusSeconds(8 * 60 + 30));
    }

    @Test
    void goesOnAfterWhatTheClientHolds() throws LinkException {
        AgentRequest fresh = request(0, LONG_LEASE);
        List<AgentFrame> before = Visit.drain(visit.open("weak-wifi", fresh));
        long held = Visit.sequences(before).getLast();
        visit.pass(Duration.ofMinutes(3));

        var from = new Position(Visit.subscribed(before).runId(), held);
        List<AgentFrame> after =
                Visit.drain(
                        visit.open(
                                "weak-wifi",
                                new AgentRequest(
                                        "sub", "instance", LONG_LEASE, from, fresh.probes())));

        assertThat(Visit.subscribed(after).runId()).isEqualTo(from.runId());
        assertThat(Visit.sequences(after).getFirst()).isEqualTo(held + 1);
        assertThat(Visit.outcomes(after)).isNotEmpty();
    }

    @Test
    void canBeClosedAnyNumberOfTimes() throws LinkException {
        AgentChannel channel = patient(0);
        channel.close();
        channel.close();

        assertEnds(channel, FailureCode.CANCELLED);
    }

    private AgentChannel patient(int slots) throws LinkException {
        return visit.open("healthy", request(slots, LONG_LEASE));
    }

    private static AgentRequest request(int slots, Duration lease) {
        return Visit.request(slots, Visit.CADENCE, lease);
    }

    private static void assertEnds(AgentChannel channel, FailureCode code) {
        for (int i = 0; i < 2; i++) {
            assertThatExceptionOfType(LinkException.class)
                    .isThrownBy(() -> Visit.drain(channel))
                    .satisfies(e -> {
                        assertThat(e.failure().code()).isEqualTo(code);
                        assertThat(e.step()).isNull();
                    });
        }
    }
}
