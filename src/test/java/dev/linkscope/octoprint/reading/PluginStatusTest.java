package dev.linkscope.octoprint.reading;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.linkscope.domain.plugin.PluginReport;
import dev.linkscope.domain.plugin.PluginReport.Counters;
import dev.linkscope.engine.port.PrinterApiException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;

class PluginStatusTest {
    private static final Instant NOW = Instant.parse("2026-11-22T10:30:00Z");
    private static final String TABLE = "/octoprint/plugin-reports.csv";

    @ParameterizedTest
    @CsvFileSource(resources = TABLE, delimiter = '|')
    void readsEachRecording(
            String recording,
            String server,
            String webcam,
            String connected,
            String linked,
            String oldPlugin,
            String streams,
            String alerts)
            throws Exception {
        if (server.equals("no report")) {
            assertThatThrownBy(() -> PluginStatus.parse(Recorded.json(recording), NOW))
                    .isInstanceOfSatisfying(
                            PrinterApiException.class,
                            e ->
                                    assertThat(e.problem())
                                            .isEqualTo(PrinterApiException.Problem.GARBAGE));
            return;
        }
        PluginReport report = PluginStatus.parse(Recorded.json(recording), NOW);
        assertThat(report.readAt()).isEqualTo(NOW);
        assertThat(shown(report.server())).isEqualTo(server);
        assertThat(shown(report.webcam())).isEqualTo(webcam);
        assertThat(shown(report.connected())).isEqualTo(connected);
        assertThat(shown(report.linked())).isEqualTo(linked);
        assertThat(shown(report.oldPluginRunning())).isEqualTo(oldPlugin);
        assertThat(shown(report.streams())).isEqualTo(streams);
        assertThat(report.alerts().isEmpty() ? "-" : String.join(" ", report.alerts()))
                .isEqualTo(alerts);
    }

    @Test
    void noRecordingIsLeftOut() throws IOException {
        List<String> table =
                Files.readAllLines(Path.of("src/test/resources" + TABLE)).stream()
                        .filter(line -> !line.startsWith("#"))
                        .map(line -> line.split("\\|")[0].strip())
                        .toList();
        var recorded = new ArrayList<>(Recorded.names("", "op.*-obico.*\\.http"));
        recorded.removeIf(name -> name.contains("utiltest"));
        recorded.addAll(Recorded.names("status", ".*\\.json"));
        assertThat(table).containsExactlyInAnyOrderElementsOf(recorded);
    }

    private static String shown(Counters counters) {
        return counters == null ? "-" : counters.errors() + "/" + counters.attempts();
    }

    private static String shown(Boolean truth) {
        if (truth == null) {
            return "-";
        }
        return truth ? "yes" : "no";
    }

    @Test
    void datesAreThoseOfHttp() throws Exception {
        PluginReport report =
                PluginStatus.parse(
                        Recorded.json(
                                "status/status-04-doc-screenshot-59pct-and-webcam-100pct.json"),
                        NOW);
        assertThat(report.server())
                .isEqualTo(
                        new Counters(
                                22,
                                13,
                                Instant.parse("2026-11-22T05:04:28Z"),
                                Instant.parse("2026-11-22T05:50:09Z")));
        assertThat(report.statusQueuedAt()).isEqualTo(Instant.ofEpochMilli(1795341807058L));
    }

    @Test
    void neverCountsMoreErrorsThanAttemptsAndPassesOverWhatItDoesNotKnow() throws Exception {
        PluginReport report =
                PluginStatus.parse(
                        Recorded.quoted(
                                """
                                {'error_stats': {'server': {'attempts': 3, 'error_count': 4,
                                    'first': 'yesterday', 'last': 12, 'new': {}},
                                  'webcam': {'attempts': -5, 'error_count': 1e300}, 'other': 1},
                                 'server_status': {'status_posted_to_server_ts': 1e30},
                                 'alerts': [{'cause': '<b>token</b>'}, 3, {'cause': 'streaming'}],
                                 'new': true}
                                """),
                        NOW);
        assertThat(report.server()).isEqualTo(new Counters(3, 3, null, null));
        assertThat(report.webcam()).isEqualTo(new Counters(0, 0, null, null));
        assertThat(report.alerts()).containsExactly("streaming");
        assertThat(report.statusQueuedAt()).isNull();
        assertThat(report.connected()).isNull();
        assertThat(report.streams()).isNull();
        assertThat(report.linked()).isFalse();
    }

    @Test
    void aSideThatWasNeverTriedIsNotOneWithoutErrors() throws Exception {
        PluginReport report =
                PluginStatus.parse(Recorded.json("status/status-01-just-started.json"), NOW);
        assertThat(report.server()).isNull();
        assertThat(report.webcam()).isNull();
        assertThat(report.statusQueuedAt()).isNull();
    }
}
