package dev.linkscope.demo;

import static org.assertj.core.api.Assertions.assertThat;

import dev.linkscope.domain.fact.Fact;
import dev.linkscope.domain.probe.ClockReading;
import dev.linkscope.domain.probe.Outcome;
import dev.linkscope.domain.probe.Phase;
import dev.linkscope.engine.port.AgentFrame;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What each scenario promises over its history. */
@Timeout(20)
class ScenariosTest {
    private static final Instant LOST_FROM = Visit.START.minus(Duration.ofMinutes(50));
    private static final Instant LOST_TO = Visit.START.minus(Duration.ofMinutes(48));

    @ParameterizedTest
    @CsvSource({
        // scenario, least and most errors in percent: server, webcam, dns, gateway
        "healthy,            0,     0,     0,   0,   0,   0,   0,   0",
        "under-voltage,      3.5,   9,     1,   7,   1,   8,   1,   8",
        "scattered-loss,     6,    13,     0,   0,   2,   7,   2,   7",
        "wrong-webcam,       1.6,   1.7, 100, 100,   0,   0,   0,   0",
        "nightly-reboot,     2.7,   3.0,   0,   0,   0,   0,   0,   0",
        "weak-wifi,         19,    30,     0,   0,  17,  29,  17,  29",
        "dns-dead,         100,   100,     0,   0, 100, 100,   0,   0",
        "power-saving,       1.6,   3.4,   0,   0,   1.6, 3.4,  1.6, 3.4",
        "websocket-blocked,  1.6,   1.7,   0,   0,   0,   0,   0,   0",
        "frozen-camera,      0,     0,     0,   0,   0,   0,   0,   0",
        "shared-outage,      1.6,   1.7,   0,   0,   0,   0,   0,   0",
    })
    void failsAsOftenAsItShould(
            String scenario,
            double serverLow,
            double serverHigh,
            double webcamLow,
            double webcamHigh,
            double dnsLow,
            double dnsHigh,
            double gatewayLow,
            double gatewayHigh) {
        for (long seed = 1; seed <= 5; seed++) {
            List<AgentFrame> frames = new Visit(seed).history(scenario);
            assertThat(percent(frames, "server")).as("server").isBetween(serverLow, serverHigh);
            assertThat(percent(frames, "webcam")).as("webcam").isBetween(webcamLow, webcamHigh);
            assertThat(percent(frames, "dns")).as("dns").isBetween(dnsLow, dnsHigh);
            assertThat(percent(frames, "gateway")).as("gateway").isBetween(gatewayLow, gatewayHigh);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"wrong-webcam", "websocket-blocked", "shared-outage"})
    void sharesOneOutageWithTheWorkshopToTheSlot(String scenario) {
        List<AgentFrame> frames = new Visit().history(scenario);
        ClockReading clock = Visit.hello(frames).clock();

        List<Outcome> server = Visit.outcomes(frames, "server");
        assertThat(server.stream().filter(Visit::failed).toList())
                .isEqualTo(server.stream().filter(o -> inLostLine(clock, o)).toList())
                .hasSize(12)
                .allSatisfy(outcome -> failedWith(outcome, Phase.CONNECT, "timeout"));
        assertThat(Visit.outcomes(frames, "gateway")).noneMatch(Visit::failed);
    }

    @Test
    void weakWifiLosesTheRouterWithTheServer() {
        List<AgentFrame> frames = new Visit().history("weak-wifi");
        ClockReading clock = Visit.hello(frames).clock();
        List<Outcome> gateway = Visit.outcomes(frames, "gateway");

        List<Outcome> own =
                Visit.outcomes(frames, "server").stream()
                        .filter(Visit::failed)
                        .filter(outcome -> !inLostLine(clock, outcome))
                        .toList();
        long together =
                own.stream().filter(outcome -> failsNear(gateway, outcome.startMillis())).count();
        assertThat(together / (double) own.size()).isGreaterThan(0.95);
        // One in each window of 4 min; two may lie so close that they look like one.
        assertThat(outages(own)).isBetween(24, 31);
    }

    @Test
    void powerSavingFailsEveryTwentyMinutes() {
        List<AgentFrame> frames = new Visit().history("power-saving");
        List<Outcome> failed =
                Visit.outcomes(frames, "server").stream().filter(Visit::failed).toList();

        List<Long> starts = new ArrayList<>();
        for (Outcome outcome : failed) {
            if (starts.isEmpty() || outcome.startMillis() - starts.getLast() > 60_000) {
                starts.add(outcome.startMillis());
            }
        }
        assertThat(starts).hasSize(6);
        for (int i = 1; i < starts.size(); i++) {
            assertThat(starts.get(i) - starts.get(i - 1)).isBetween(1_185_000L, 1_215_000L);
        }
    }

    @Test
    void scatteredLossFailsInManyWays() {
        Stream<String> ways =
                Visit.outcomes(new Visit().history("scattered-loss"), "server").stream()
                        .filter(Visit::failed)
                        .map(outcome -> outcome.phase() + " " + outcome.errorClass())
                        .distinct();

        assertThat(ways)
                .containsExactlyInAnyOrder(
                        "CONNECT timeout", "TLS timeout", "REQUEST timeout", "REQUEST reset");
    }

    @Test
    void deadDnsFailsInThePhaseOfNames() {
        List<AgentFrame> frames = new Visit().history("dns-dead");

        assertThat(Visit.outcomes(frames, "server"))
                .allSatisfy(outcome -> failedWith(outcome, Phase.DNS, "dns_failed"));
        assertThat(Visit.outcomes(frames, "dns"))
                .allSatisfy(outcome -> failedWith(outcome, Phase.DNS, "timeout"));
        assertThat(Visit.latestFacts(frames))
                .contains(Fact.known("dns.resolvers", "192.168.1.53", null));
    }

    @Test
    void wrongWebcamAddressIsRefused() {
        assertThat(Visit.outcomes(new Visit().history("wrong-webcam"), "webcam"))
                .allSatisfy(outcome -> failedWith(outcome, Phase.CONNECT, "refused"));
    }

    @Test
    void frozenCameraRepeatsOnePictureAndCountsIt() {
        List<Outcome> webcam = Visit.outcomes(new Visit().history("frozen-camera"), "webcam");

        int same = 1;
        for (int i = 1; i < webcam.size(); i++) {
            boolean repeats =
                    detail(webcam.get(i), "hash").equals(detail(webcam.get(i - 1), "hash"));
            same = repeats ? same + 1 : 1;
            assertThat(detail(webcam.get(i), "same")).isEqualTo(Integer.toString(same));
        }
        assertThat(same).isBetween(470, 480);
        assertThat(webcam).extracting(o -> detail(o, "status")).containsOnly("200");
    }

    @ParameterizedTest
    @CsvSource({
        "weak-wifi,         wifi.signal,                    -8[012]",
        "scattered-loss,    wifi.signal,                    -(69|70|71)",
        "power-saving,      wifi.power_save,                on",
        "healthy,           wifi.power_save,                off",
        "under-voltage,     power.undervoltage.since_boot,  true",
        "healthy,           power.undervoltage.since_boot,  false",
        "websocket-blocked, server.ws,                      blocked",
        "healthy,           gateway.address,                192[.]168[.]2[.]1",
        "weak-wifi,         gateway.address,                192[.]168[.]1[.]1",
        "weak-wifi,         wifi.access_point,              d94b77e10c35",
        "attic-17,          wifi.access_point,              d94b77e10c35",
    })
    void readsFactsThatFitIt(String scenario, String key, String value) {
        assertThat(Visit.latestFacts(new Visit().history(scenario)))
                .filteredOn(fact -> fact.key().equals(key))
                .singleElement()
                .satisfies(fact -> assertThat(fact.value()).matches(value));
    }

    @Test
    void wiredPrinterIsKnownToHaveNoRadio() {
        assertThat(Visit.latestFacts(new Visit().history("dns-dead")))
                .contains(Fact.absent("wifi.signal"), Fact.absent("wifi.power_save"));
    }

    private static boolean inLostLine(ClockReading clock, Outcome outcome) {
        // An attempt starts up to 3 ms after its slot was due.
        Instant at = clock.utcOf(outcome.startMillis()).minusMillis(3);
        return !at.isBefore(LOST_FROM.minusMillis(3)) && at.isBefore(LOST_TO);
    }

    private static boolean failsNear(List<Outcome> gateway, long bootMillis) {
        Predicate<Outcome> near = o -> Math.abs(o.startMillis() - bootMillis) <= 10_000;
        return gateway.stream().filter(near).anyMatch(Visit::failed);
    }

    private static int outages(List<Outcome> failed) {
        int outages = 0;
        long last = Long.MIN_VALUE;
        for (Outcome outcome : failed) {
            outages += outcome.slot() - last > 2 || last == Long.MIN_VALUE ? 1 : 0;
            last = outcome.slot();
        }
        return outages;
    }

    private static void failedWith(Outcome outcome, Phase phase, String errorClass) {
        assertThat(Visit.failed(outcome)).isTrue();
        assertThat(outcome.phase()).isEqualTo(phase);
        assertThat(outcome.errorClass()).isEqualTo(errorClass);
    }

    private static String detail(Outcome outcome, String name) {
        return outcome.details().getOrDefault(name, "");
    }

    private static double percent(List<AgentFrame> frames, String target) {
        return 100 * Visit.errorShare(Visit.outcomes(frames, target));
    }
}
