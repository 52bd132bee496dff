package dev.linkscope.octoprint;

import static org.assertj.core.api.Assertions.assertThat;

import dev.linkscope.engine.port.OctoPrintFinder.Found;
import dev.linkscope.engine.port.OctoPrintFinder.State;
import dev.linkscope.octoprint.RawServer.Answer;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Recorded replies of OctoPrint and of the proxy of OctoPi, served as they were. */
@Timeout(30)
class OctoPrintOverHttpTest {
    private static final String PROBE = "/plugin/appkeys/probe";

    private static List<Found> find(RawServer... servers) {
        List<Integer> ports = java.util.Arrays.stream(servers).map(RawServer::port).toList();
        return new OctoPrintOverHttp(ports, null).findAll("127.0.0.1");
    }

    private static Found found(RawServer server, State state, @Nullable String version) {
        return new Found(server.url().value(), state, version);
    }

    @ParameterizedTest
    @CsvSource({
        "appkeys-01-probe.http, RUNNING",
        "op111-via-haproxy-appkeys-probe.http, RUNNING",
        "op111-startup-intermediary-2.raw, STARTING",
        "op111-startup-root-2.raw, STARTING",
        "haproxy-octoprint-down-503.first-bytes.bin, DOWN",
        "op111-version-anon.http, NOT_SET_UP"
    })
    void knowsWhatOctoPrintIsDoing(String recording, State expected) throws Exception {
        try (var server = new RawServer()) {
            server.at(PROBE, Answer.recorded(recording))
                    .at("/", Answer.recorded("op111-startup-root-2.raw"));
            assertThat(find(server)).containsExactly(found(server, expected, null));
        }
    }

    @ParameterizedTest
    @CsvSource({
        "haproxy-octoprint-restart-2.raw",
        "haproxy-webcam-down-503.first-bytes.bin",
        "op111-pluginmanager-disabled.http"
    })
    void otherWebServersAreNoOctoPrint(String recording) throws Exception {
        try (var server = new RawServer()) {
            server.otherwise(Answer.recorded(recording));
            assertThat(find(server)).isEmpty();
        }
    }

    @Test
    void findsAllInstancesInTheOrderOfTheirPorts() throws Exception {
        try (var first = new RawServer();
                var none = new RawServer();
                var second = new RawServer()) {
            first.at(PROBE, Answer.recorded("op193-appkeys-probe.http"))
                    .at(
                            "/plugin/discovery/discovery.xml",
                            Answer.recorded("op193-discovery.xml.http"));
            second.at(PROBE, Answer.recorded("appkeys-01-probe.http"))
                    .at(
                            "/plugin/discovery/discovery.xml",
                            Answer.recorded("op111-discovery.xml.http"));
            assertThat(find(first, none, second))
                    .containsExactly(
                            found(first, State.RUNNING, "1.9.3"),
                            found(second, State.RUNNING, null));
            assertThat(first.requests()).noneMatch(request -> request.contains("X-Api-Key"));
        }
    }

    @Test
    void silentPortsAreLookedAtAllAtOnce() throws Exception {
        InetAddress loopback = InetAddress.getLoopbackAddress();
        try (var one = new ServerSocket(0, 5, loopback);
                var two = new ServerSocket(0, 5, loopback);
                var three = new ServerSocket(0, 5, loopback)) {
            var finder =
                    new OctoPrintOverHttp(
                            List.of(one.getLocalPort(), two.getLocalPort()), three.getLocalPort());
            long begun = System.nanoTime();
            assertThat(finder.findAll("127.0.0.1")).isEmpty();
            assertThat(Duration.ofNanos(System.nanoTime() - begun))
                    .isLessThan(Duration.ofSeconds(9));

            var found = new AtomicReference<List<Found>>();
            Thread finding =
                    Thread.ofPlatform().start(() -> found.set(finder.findAll("127.0.0.1")));
            Thread.sleep(300);
            finding.interrupt();
            assertThat(finding.join(Duration.ofSeconds(2))).isTrue();
            assertThat(found).hasValue(List.of());
        }
    }

    @Test
    void nothingThereIsNoError() throws Exception {
        int free;
        try (var server = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            free = server.getLocalPort();
        }
        var finder = new OctoPrintOverHttp(List.of(free), free);
        assertThat(finder.findAll("127.0.0.1")).isEmpty();
        assertThat(finder.find("no host name")).isEmpty();
    }
}
