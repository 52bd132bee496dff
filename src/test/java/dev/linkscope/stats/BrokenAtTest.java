package dev.linkscope.stats;

import static org.assertj.core.api.Assertions.assertThat;

import dev.linkscope.domain.coverage.Segment;
import dev.linkscope.domain.coverage.Slot;
import dev.linkscope.domain.coverage.Trace;
import dev.linkscope.domain.diagnosis.BrokenSpan;
import dev.linkscope.domain.diagnosis.Layer;
import dev.linkscope.domain.probe.JointCounts;
import dev.linkscope.domain.probe.Phase;
import dev.linkscope.domain.probe.Sightings;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** To which link a failed slot is put. */
class BrokenAtTest {
    private static final Instant START = Traces.START;

    private static Trace server(@Nullable Phase... phases) {
        var slots = new ArrayList<Slot>();
        for (Phase phase : phases) {
            Instant at = START.plus(Traces.CADENCE.multipliedBy(slots.size()));
            slots.add(phase == null ? Slot.ok(at, 20_000) : Slot.failed(at, phase));
        }
        return new Trace(List.of(new Segment(Traces.CADENCE, slots)));
    }

    private static Sightings failed(int... seconds) {
        var sightings = new Sightings(Duration.ofDays(1));
        for (int second : seconds) {
            sightings.add(START.plusSeconds(second), true);
        }
        return sightings;
    }

    private static Sightings answered(int... seconds) {
        var sightings = new Sightings(Duration.ofDays(1));
        for (int second : seconds) {
            sightings.add(START.plusSeconds(second), false);
        }
        return sightings;
    }

    private static Layer only(List<BrokenSpan> spans) {
        assertThat(spans).hasSize(1);
        return spans.getFirst().layer();
    }

    @ParameterizedTest
    @CsvSource({
        "DNS, DNS",
        "CONNECT, TCP",
        "TLS, TLS",
        "REQUEST, HTTP",
        "RESPONSE, HTTP",
        "BODY, HTTP",
        "UPGRADE, WEBSOCKET",
    })
    void withoutOtherProbesThePhaseNamesTheLink(Phase phase, Layer layer) {
        assertThat(only(BrokenAt.of(server(phase), List.of(), List.of()))).isEqualTo(layer);
    }

    @ParameterizedTest
    @CsvSource({
        "DNS, ROUTER",
        "CONNECT, ROUTER",
        "TLS, ROUTER",
        "REQUEST, ROUTER",
        // The server answered, so the router did its part.
        "RESPONSE, HTTP",
        "BODY, HTTP",
        "UPGRADE, WEBSOCKET",
    })
    void aSilentRouterComesFirst(Phase phase, Layer layer) {
        assertThat(only(BrokenAt.of(server(phase), List.of(failed(1, 6)), List.of())))
                .isEqualTo(layer);
    }

    @ParameterizedTest
    @CsvSource({
        // A name that is not found is told before nobody is reached.
        "DNS, DNS",
        "CONNECT, INTERNET",
        "TLS, INTERNET",
        "REQUEST, INTERNET",
        "RESPONSE, HTTP",
        "BODY, HTTP",
        "UPGRADE, WEBSOCKET",
    })
    void silentReferencesMeanTheInternet(Phase phase, Layer layer) {
        assertThat(
                        only(
                                BrokenAt.of(
                                        server(phase),
                                        List.of(answered(1)),
                                        List.of(failed(-30), failed(30)))))
                .isEqualTo(layer);
    }

    @Test
    void oneAnswerIsEnough() {
        List<BrokenSpan> spans =
                BrokenAt.of(
                        server(Phase.CONNECT),
                        List.of(failed(1), answered(9)),
                        List.of(failed(-31), answered(30)));
        assertThat(only(spans)).isEqualTo(Layer.TCP);
        assertThat(spans.getFirst().router()).isEqualTo(new JointCounts(2, 1));
        assertThat(spans.getFirst().references()).isEqualTo(new JointCounts(2, 1));
    }

    @Test
    void onlyWhatWasAskedNearTheSlotCounts() {
        // The router from the slot on for 10 s, the references for 31 s on either side.
        List<BrokenSpan> spans =
                BrokenAt.of(
                        server(Phase.CONNECT), List.of(failed(-1, 10)), List.of(failed(-32, 31)));
        assertThat(only(spans)).isEqualTo(Layer.TCP);
        assertThat(spans.getFirst().router()).isEqualTo(JointCounts.NONE);
        assertThat(spans.getFirst().references()).isEqualTo(JointCounts.NONE);
    }

    @ParameterizedTest
    @CsvSource({"1, ROUTER", "2, TCP"})
    void whoIsSilentAlsoWhileTheServerAnswersTellsNothing(int silentBefore, Layer layer) {
        // Of two questions while the server answered: half is told still, more is not.
        Trace server = server(null, null, Phase.CONNECT);
        Sightings router = silentBefore == 1 ? answered(1) : failed(1);
        router.add(START.plusSeconds(11), true);
        router.add(START.plusSeconds(21), true);
        assertThat(only(BrokenAt.of(server, List.of(router), List.of()))).isEqualTo(layer);
    }

    @Test
    void neighboursWithOneLinkAreOneSpan() {
        Trace server =
                server(Phase.CONNECT, Phase.CONNECT, Phase.TLS, null, Phase.TLS, Phase.REQUEST);
        List<BrokenSpan> spans = BrokenAt.of(server, List.of(), List.of());
        assertThat(spans.stream().map(BrokenSpan::layer))
                .containsExactly(Layer.TCP, Layer.TLS, Layer.TLS, Layer.HTTP);
        assertThat(spans.stream().map(BrokenSpan::slots)).containsExactly(2, 1, 1, 1);
        assertThat(BrokenAt.counts(spans))
                .isEqualTo(Map.of(Layer.TCP, 2, Layer.TLS, 2, Layer.HTTP, 1));
    }
}
