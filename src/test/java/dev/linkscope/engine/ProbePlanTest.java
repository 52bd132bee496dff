package dev.linkscope.engine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.linkscope.domain.printer.Printer;
import dev.linkscope.domain.printer.PrinterId;
import dev.linkscope.domain.printer.Target;
import dev.linkscope.domain.probe.ProbeKind;
import dev.linkscope.domain.probe.TargetUrl;
import dev.linkscope.engine.port.ProbeSpec;
import dev.linkscope.engine.port.SettingsStore.Manners;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ProbePlanTest {
    private static Printer printer(String server) {
        return new Printer(
                PrinterId.random(),
                "p",
                new Target.Ssh("octopi.local", null, null, null),
                new TargetUrl(server),
                null,
                Printer.DEFAULT_CADENCE);
    }

    private static List<ProbeSpec> endless(Printer printer) {
        return SessionPlan.WATCH.probes(printer, Pace.ALONE, Duration.ZERO);
    }

    private static ProbeSpec only(List<ProbeSpec> probes, ProbeKind kind) {
        return probes.stream().filter(probe -> probe.kind() == kind).findFirst().orElseThrow();
    }

    @Test
    void theCloudServerHasVideoServersOfItsOwn() {
        List<ProbeSpec> probes = endless(printer("https://app.obico.io/"));
        assertThat(probes)
                .extracting(ProbeSpec::target)
                .containsExactly(
                        "server",
                        "ws",
                        "paths",
                        "plugin",
                        "trace",
                        "stun",
                        "turn",
                        "dns",
                        "gateway",
                        "internet.1",
                        "internet.2");
        assertThat(only(probes, ProbeKind.SERVER_WS).url())
                .isEqualTo(new TargetUrl("https://app.obico.io"));
        assertThat(only(probes, ProbeKind.TURN).name()).isEqualTo("turn.obico.io:80");
        assertThat(only(probes, ProbeKind.TRACE).name()).isEqualTo("app.obico.io:443");
        ProbeSpec paths = only(probes, ProbeKind.SERVER_PATHS);
        assertThat(paths.every()).isEqualTo(30);
        assertThat(paths.on()).isEqualTo("server");
        assertThat(only(probes, ProbeKind.TRACE).every()).isZero();
    }

    @Test
    void aServerOfOnesOwnHasNot() {
        List<ProbeSpec> probes = endless(printer("http://192.168.1.9:3334"));
        assertThat(probes)
                .extracting(ProbeSpec::kind)
                .doesNotContain(ProbeKind.STUN, ProbeKind.TURN, ProbeKind.DNS, ProbeKind.INTERNET);
        assertThat(only(probes, ProbeKind.TRACE).name()).isEqualTo("192.168.1.9:3334");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://localhost:3334",
                "http://obico.local",
                "http://127.0.0.1",
                "http://10.1.2.3",
                "http://172.31.0.1:3334",
                "http://[fd00::5]:3334",
                "http://[::1]"
            })
    void theInternetIsNotOnTheWayToAServerNearby(String server) {
        assertThat(endless(printer(server)))
                .extracting(ProbeSpec::kind)
                .doesNotContain(ProbeKind.INTERNET);
    }

    @ParameterizedTest
    @ValueSource(strings = {"http://172.32.0.1", "http://11.1.2.3", "https://fd.example.org"})
    void otherServersAreBeyondIt(String server) {
        assertThat(endless(printer(server)))
                .extracting(ProbeSpec::kind)
                .contains(ProbeKind.INTERNET);
    }

    @Test
    void theReferencesCanBeTurnedOff() {
        assertThat(
                        SessionPlan.watch(new Manners(2, false))
                                .probes(printer("https://x"), Pace.ALONE, Duration.ZERO))
                .extracting(ProbeSpec::kind)
                .doesNotContain(ProbeKind.INTERNET);
    }

    @ParameterizedTest
    @CsvSource({
        "/webcam/?action=stream, false, true",
        "http://127.0.0.1:8080/?action=stream, false, true",
        "http://octopi.local/webcam/?action=stream, false, true",
        "http://192.168.1.40/video, false, false",
        "http://192.168.1.40/video, true, true",
    })
    void theStreamOfANetworkCameraIsMeasuredOnlyIfAsked(
            String stream, boolean asked, boolean expected) {
        Printer printer = printer("https://x").withStream(new TargetUrl(stream), asked);
        assertThat(endless(printer).stream().anyMatch(p -> p.kind() == ProbeKind.WEBCAM_STREAM))
                .isEqualTo(expected);
    }

    @Test
    void everyTargetIsThereOnceAndAFiniteMeasurementCountsItsSlots() {
        Printer printer =
                printer("https://app.obico.io").withStream(new TargetUrl("/stream"), true);
        List<ProbeSpec> probes =
                SessionPlan.measureFor(Duration.ofSeconds(65))
                        .probes(printer, Pace.ALONE, Duration.ofSeconds(65));
        assertThat(probes).extracting(ProbeSpec::target).doesNotHaveDuplicates();
        assertThat(only(probes, ProbeKind.SERVER_HTTP).slots()).isEqualTo(7);
        assertThat(only(probes, ProbeKind.SERVER_WS).slots()).isEqualTo(2);
        assertThat(only(probes, ProbeKind.STUN).slots()).isEqualTo(1);
        assertThat(probes)
                .allSatisfy(probe ->
                        assertThat(probe.deadline())
                                .isLessThanOrEqualTo(ProbePlan.longestDeadline()));
    }
}
