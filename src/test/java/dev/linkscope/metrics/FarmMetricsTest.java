package dev.linkscope.metrics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.linkscope.domain.loss.PaneState;
import dev.linkscope.engine.SessionSnapshot;
import dev.linkscope.ui.FakeSnapshots;
import io.prometheus.metrics.expositionformats.OpenMetricsTextFormatWriter;
import io.prometheus.metrics.expositionformats.PrometheusTextFormatWriter;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class FarmMetricsTest {
    private final MadeUpFarm made = new MadeUpFarm();

    private Exposition page() {
        return Exposition.read(text());
    }

    private String text() {
        var out = new ByteArrayOutputStream();
        try {
            PrometheusTextFormatWriter.create().write(out, made.metrics().collect());
        } catch (IOException e) {
            throw new AssertionError(e);
        }
        return out.toString(StandardCharsets.UTF_8);
    }

    @Test
    void everyFamilyKeepsTheConventions() {
        page().families()
                .forEach((name, family) -> {
                    assertThat(name).matches("(linkscope|process)_[a-z_]+");
                    assertThat(family.help()).as(name).endsWith(".").hasSizeGreaterThan(10);
                    assertThat(family.samples()).as(name).isNotEmpty();
                    assertThat(name.endsWith("_total"))
                            .as(name)
                            .isEqualTo(family.type().equals("counter"));
                    assertThat(name).doesNotContain("milli", "percent", "minutes", "kib");
                    family.samples()
                            .forEach(sample ->
                                    assertThat(sample.labels().values())
                                            .as("no addresses")
                                            .noneMatch(value -> value.contains("://")));
                });
    }

    @Test
    void anOddNameIsWrittenSoThatItReadsTheSame() {
        assertThat(page().samples("linkscope_printer_up", "printer", MadeUpFarm.ODD_NAME))
                .hasSize(1);
        assertThat(text()).contains("Ender \\\"3\\\" \\\\ v2\\nсо второго этажа");
    }

    @Test
    void aLongNameIsCutBetweenCharacters() {
        made.farm.put(FakeSnapshots.healthy("🖨".repeat(300), 3));
        assertThat(page().samples("linkscope_printer_up", "printer", "🖨".repeat(100))).hasSize(1);
    }

    @Test
    void countersAreThoseOfTheWholeSession() {
        Exposition page = page();
        assertThat(page.value("linkscope_attempts_total", "printer", "Prusa-07", "pane", "server"))
                .isEqualTo(720);
        assertThat(errors(page, "dns")).isEqualTo(5);
        assertThat(errors(page, "connect")).isEqualTo(7);
        assertThat(errors(page, "tls")).isZero();
        assertThat(errors(page, "unknown")).as("failed, but of no known phase").isEqualTo(2);
        assertThat(page.value("linkscope_lost_total", "printer", "Prusa-07")).isEqualTo(12);
        assertThat(page.value("linkscope_outcomes_total", "printer", "Prusa-07")).isEqualTo(3412);
    }

    private static double errors(Exposition page, String phase) {
        return page.value("linkscope_errors_total", "printer", "Prusa-07", "phase", phase);
    }

    @Test
    void windowFiguresAreThoseOfTheSnapshot() {
        Exposition page = page();
        SessionSnapshot sick =
                made.farm.snapshot(FakeSnapshots.printer("Prusa-07").id()).orElseThrow();
        assertThat(page.value("linkscope_error_ratio", "printer", "Prusa-07", "pane", "server"))
                .isEqualTo(sick.server().figures().errorRate());
        assertThat(
                        page.value(
                                "linkscope_latency_seconds",
                                "printer",
                                "Prusa-07",
                                "pane",
                                "server",
                                "quantile",
                                "0.95"))
                .isCloseTo(sick.server().figures().latencyMs().p95() / 1000, within(1e-9));
        assertThat(
                        page.value(
                                "linkscope_last_error_timestamp_seconds",
                                "printer",
                                "Prusa-07",
                                "pane",
                                "server"))
                .isCloseTo(sick.server().figures().lastError().toEpochMilli() / 1e3, within(1e-3));
        assertThat(page.value("linkscope_own_error_ratio", "printer", "Prusa-07")).isEqualTo(0.125);
    }

    @Test
    void exactlyOneStateIsSet() {
        Exposition page = page();
        var states = page.samples("linkscope_pane_state", "printer", "Prusa-07", "pane", "server");
        assertThat(states).hasSize(PaneState.values().length);
        assertThat(states.stream().mapToDouble(Exposition.Sample::value).sum()).isEqualTo(1);
        SessionSnapshot sick =
                made.farm.snapshot(FakeSnapshots.printer("Prusa-07").id()).orElseThrow();
        String state = sick.server().figures().state().name().toLowerCase(Locale.ROOT);
        assertThat(
                        page.value(
                                "linkscope_pane_state",
                                "printer",
                                "Prusa-07",
                                "pane",
                                "server",
                                "linkscope_pane_state",
                                state))
                .isEqualTo(1);
        assertThat(page.samples("linkscope_link_state", "printer", "Voron-06"))
                .hasSize(MadeUpFarm.linkStates());
        assertThat(
                        page.value(
                                "linkscope_link_state",
                                "printer",
                                "Voron-06",
                                "linkscope_link_state",
                                "failed"))
                .isEqualTo(1);
    }

    @Test
    void anOutageIsOneOnlyWhileItLasts() {
        Exposition page = page();
        assertThat(page.value("linkscope_outage_active", "printer", "Down-01")).isEqualTo(1);
        assertThat(
                        page.value(
                                "linkscope_outage_active",
                                "printer",
                                MadeUpFarm.ODD_NAME,
                                "pane",
                                "server"))
                .isZero();
        assertThat(page.samples("linkscope_outage_active", "printer", "Voron-06"))
                .as("not measured is neither")
                .isEmpty();
        assertThat(page.samples("linkscope_error_ratio", "printer", "Voron-06")).isEmpty();
    }

    @Test
    void countsTheIncidentsThatLast() {
        Exposition page = page();
        assertThat(page.value("linkscope_incidents_open", "kind", "server", "severity", "critical"))
                .isEqualTo(2);
        assertThat(page.samples("linkscope_incidents_open")).hasSize(15);
        assertThat(
                        page.families().get("linkscope_incidents_open").samples().stream()
                                .mapToDouble(Exposition.Sample::value)
                                .sum())
                .isEqualTo(2);
        assertThat(page.value("linkscope_shared_outages")).isEqualTo(1);
        assertThat(page.value("linkscope_shared_outage_active")).isEqualTo(1);
    }

    @Test
    void tellsOfItself() {
        Exposition page = page();
        assertThat(page.value("linkscope_printers")).isEqualTo(4);
        assertThat(page.value("linkscope_build_info", "version", "0.1.0")).isEqualTo(1);
        assertThat(page.value("linkscope_store_writable")).isEqualTo(1);
        assertThat(page.value("process_cpu_seconds_total")).isPositive();
        assertThat(page.value("process_heap_bytes")).isPositive();
        made.writable.set(false);
        assertThat(page().value("linkscope_store_writable")).isZero();
    }

    @Test
    void theSameIsWrittenAsOpenMetrics() throws IOException {
        var out = new ByteArrayOutputStream();
        OpenMetricsTextFormatWriter.create().write(out, made.metrics().collect());
        String text = out.toString(StandardCharsets.UTF_8);
        assertThat(text)
                .endsWith("# EOF\n")
                .contains("# TYPE linkscope_pane_state stateset\n")
                .contains("# UNIT linkscope_error_ratio ratio\n")
                .contains("# TYPE linkscope_build info\n");
    }

    @Test
    void thePageListsWhatIsThere() throws IOException {
        String page = Files.readString(Path.of("src/docs/watch.md"));
        var listed = new TreeSet<String>();
        var rows = Pattern.compile("(?m)^\\| `((?:linkscope|process)_[a-z_]+)`").matcher(page);
        while (rows.find()) {
            listed.add(rows.group(1));
        }
        assertThat(page().families().keySet()).containsExactlyInAnyOrderElementsOf(listed);
        page().families()
                .forEach((name, family) ->
                        assertThat(page)
                                .as("type of %s", name)
                                .containsPattern("\\| `" + name + "` \\| " + family.type()));
    }
}
