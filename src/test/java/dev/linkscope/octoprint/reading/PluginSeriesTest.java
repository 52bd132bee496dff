package dev.linkscope.octoprint.reading;

import static org.assertj.core.api.Assertions.assertThat;

import dev.linkscope.domain.plugin.PluginSeries;
import dev.linkscope.domain.plugin.PluginSeries.Count;
import dev.linkscope.domain.plugin.PluginSeries.Step;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

/** The plugin's counters, as they were polled through whole faults. */
class PluginSeriesTest {
    private static PluginSeries polled(String... recordings) throws Exception {
        var series = new PluginSeries();
        for (String recording : recordings) {
            for (JsonNode line : Recorded.lines(recording)) {
                Instant at = Instant.ofEpochMilli(Math.round(line.get("t").asDouble() * 1000));
                series.add(PluginStatus.parse(line.get("status"), at));
            }
        }
        return series;
    }

    @ParameterizedTest
    @CsvSource({
        "op111-obico-server-errors-bursts.jsonl, 35, 189, 44, 10",
        "op111-obico-server-errors-random.jsonl, 23, 124, 44, 21",
        "op111-obico-server-errors-100pct-http500.jsonl, 8, 7, 7, 4",
        "op111-obico-server-errors-100pct-refused.jsonl, 14, 8, 8, 5",
        "op111-obico-outage-while-running.jsonl, 29, 3, 2, 2",
        "op111-obico-outage-while-running-recovery.jsonl, 19, 8, 1, 1"
    })
    void tellsWhatHappenedInEachStep(
            String recording, int steps, int attempts, int errors, int stepsWithErrors)
            throws Exception {
        List<Step> told = polled(recording).steps();
        assertThat(told).hasSize(steps).noneMatch(Step::restarted);
        assertThat(told.stream().mapToInt(step -> step.server().attempts()).sum())
                .isEqualTo(attempts);
        assertThat(told.stream().mapToInt(step -> step.server().errors()).sum()).isEqualTo(errors);
        assertThat(told.stream().filter(step -> step.server().errors() > 0))
                .hasSize(stepsWithErrors);
        assertThat(told).allMatch(step -> step.to().isAfter(step.from()));
    }

    @Test
    void noRecordingIsLeftOut() {
        assertThat(Recorded.names("", ".*\\.jsonl")).hasSize(6);
    }

    @Test
    void anOutageShowsInTheLinkLongBeforeItShowsInTheCounters() throws Exception {
        List<Step> told =
                polled(
                                "op111-obico-outage-while-running.jsonl",
                                "op111-obico-outage-while-running-recovery.jsonl")
                        .steps();
        Step firstError =
                told.stream().filter(s -> s.server().errors() > 0).findFirst().orElseThrow();
        Step back =
                told.stream()
                        .filter(s -> Boolean.TRUE.equals(s.connected()))
                        .findFirst()
                        .orElseThrow();
        assertThat(Duration.between(told.getFirst().from(), firstError.to()))
                .isGreaterThan(Duration.ofMinutes(2));
        assertThat(back.to()).isAfter(firstError.to());
    }

    @Test
    void aRestartShowsInEitherSideAndBeginsBothAnew() throws Exception {
        var series = new PluginSeries();
        series.add(report(0, "{'server': {'attempts': 83, 'error_count': 2}}"));
        series.add(
                report(
                        60,
                        "{'server': {'attempts': 4, 'error_count': 1},"
                                + " 'webcam': {'attempts': 5, 'error_count': 5}}"));
        series.add(report(120, "{}"));
        series.add(report(180, "{'server': {'attempts': 9, 'error_count': 1}}"));
        assertThat(series.restarts()).isEqualTo(2);
        assertThat(series.steps()).extracting(Step::restarted).containsExactly(true, true, false);
        assertThat(series.steps())
                .extracting(Step::server)
                .containsExactly(new Count(4, 1), Count.NONE, new Count(9, 1));
        assertThat(series.steps().getFirst().webcam()).isEqualTo(new Count(5, 5));
    }

    @Test
    void aFirstErrorThatMovedIsARestartThatTheCountsHide() throws Exception {
        String counters = "{'server': {'attempts': %d, 'error_count': 3, 'first': '%s'}}";
        var series = new PluginSeries();
        series.add(report(0, counters.formatted(10, "Sun, 22 Nov 2026 05:04:28 GMT")));
        series.add(report(60, counters.formatted(12, "Sun, 22 Nov 2026 05:04:28 GMT")));
        series.add(report(120, counters.formatted(14, "Sun, 22 Nov 2026 06:00:00 GMT")));
        assertThat(series.steps()).extracting(Step::restarted).containsExactly(false, true);
        assertThat(series.steps().getLast().server()).isEqualTo(new Count(14, 3));
    }

    @Test
    void reportsThatAreNotNewerChangeNothing() throws Exception {
        var series = new PluginSeries();
        series.add(report(60, "{}"));
        series.add(report(60, "{'server': {'attempts': 1, 'error_count': 0}}"));
        series.add(report(0, "{}"));
        assertThat(series.steps()).isEmpty();
    }

    private static dev.linkscope.domain.plugin.PluginReport report(int second, String stats)
            throws Exception {
        return PluginStatus.parse(
                Recorded.quoted("{'error_stats': " + stats + ", 'server_status': {}}"),
                Instant.EPOCH.plusSeconds(second));
    }
}
