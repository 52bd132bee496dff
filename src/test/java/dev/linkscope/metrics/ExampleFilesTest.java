package dev.linkscope.metrics;

import static org.assertj.core.api.Assertions.assertThat;

import io.prometheus.metrics.expositionformats.PrometheusTextFormatWriter;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.dataformat.yaml.YAMLMapper;

/** The examples of {@code automation.md} speak of metrics, units and options that there are. */
@Timeout(60)
class ExampleFilesTest {
    private static final Path EXAMPLES = Path.of("packaging", "examples");
    private static final Pattern METRIC = Pattern.compile("linkscope_[a-z_]+");
    private static final Pattern LABEL = Pattern.compile("([a-z_]+)(?:=~?|!=)\"");
    private static final Pattern BY = Pattern.compile("by \\(([^)]+)\\)");

    private final Exposition page = Exposition.read(text());

    @TempDir private Path folder;

    private static String text() {
        var out = new ByteArrayOutputStream();
        try {
            PrometheusTextFormatWriter.create().write(out, new MadeUpFarm().metrics().collect());
        } catch (IOException e) {
            throw new AssertionError(e);
        }
        return out.toString(StandardCharsets.UTF_8);
    }

    private Set<String> labels() {
        var labels = new TreeSet<>(Set.of("job"));
        page.families()
                .values()
                .forEach(family ->
                        family.samples().forEach(one -> labels.addAll(one.labels().keySet())));
        return labels;
    }

    private void speaksOfWhatThereIs(String query) {
        assertThat(METRIC.matcher(query.replaceAll("[a-z_]+=~?\"[^\"]*\"", "")).results())
                .allMatch(found -> page.families().containsKey(found.group()));
        assertThat(LABEL.matcher(query).results())
                .as(query)
                .allMatch(found -> labels().contains(found.group(1)));
        assertThat(BY.matcher(query).results())
                .as(query)
                .allMatch(found -> labels().containsAll(List.of(found.group(1).split(", "))));
        assertThat(query.chars().filter(c -> c == '(').count())
                .as(query)
                .isEqualTo(query.chars().filter(c -> c == ')').count());
    }

    @Test
    void alertsSpeakOfMetricsThatThereAre() throws IOException {
        JsonNode rules = yaml("linkscope-alerts.yml").path("groups").path(0).path("rules");
        assertThat(rules.size()).isEqualTo(6);
        for (JsonNode rule : rules) {
            assertThat(rule.path("alert").stringValue()).matches("[A-Z][A-Za-z]+");
            assertThat(rule.path("for").stringValue()).matches("\\d+[mh]");
            assertThat(rule.path("annotations").path("summary").stringValue()).isNotBlank();
            speaksOfWhatThereIs(rule.path("expr").stringValue());
        }
    }

    @Test
    void prometheusReadsThePortAndTheRules() throws IOException {
        JsonNode yaml = yaml("prometheus.yml");
        assertThat(EXAMPLES.resolve(yaml.path("rule_files").path(0).stringValue())).exists();
        JsonNode job = yaml.path("scrape_configs").path(0);
        assertThat(job.path("job_name").stringValue()).isEqualTo("linkscope");
        assertThat(job.path("static_configs").path(0).path("targets").path(0).stringValue())
                .isEqualTo("127.0.0.1:9817");
    }

    private static JsonNode yaml(String name) throws IOException {
        return new YAMLMapper().readTree(Files.readString(EXAMPLES.resolve(name)));
    }

    @Test
    void promtoolTakesThem() throws Exception {
        Path promtool = program("promtool");
        assertThat(
                        run(
                                promtool.toString(),
                                "check",
                                "config",
                                EXAMPLES.resolve("prometheus.yml").toString()))
                .as("exit code")
                .isZero();
    }

    @Test
    void theBoardShowsMetricsThatThereAre() throws IOException {
        JsonNode board =
                new JsonMapper()
                        .readTree(Files.readString(EXAMPLES.resolve("grafana-dashboard.json")));
        var ids = new HashSet<Integer>();
        for (JsonNode panel : board.path("panels")) {
            assertThat(ids.add(panel.path("id").asInt())).isTrue();
            JsonNode place = panel.path("gridPos");
            assertThat(place.path("x").asInt() + place.path("w").asInt()).isLessThanOrEqualTo(24);
            assertThat(panel.path("targets").size()).isPositive();
            for (JsonNode target : panel.path("targets")) {
                speaksOfWhatThereIs(target.path("expr").stringValue().replace("$pane", "server"));
            }
        }
        assertThat(ids).hasSizeGreaterThan(8);
        for (JsonNode variable : board.path("templating").path("list")) {
            assertThat(labels()).contains(variable.path("name").stringValue());
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "linkscope-watch.service",
                "linkscope-check.service",
                "linkscope-check.timer"
            })
    void unitsHaveTheirSections(String name) throws IOException {
        String unit = Files.readString(EXAMPLES.resolve(name));
        assertThat(unit).contains("[Unit]", "Description=");
        assertThat(unit.lines())
                .allMatch(line -> line.isEmpty() || line.matches("#.*|\\[\\w+]|[A-Z]\\w+=.*"));
        if (name.endsWith(".service")) {
            assertThat(unit)
                    .contains("NoNewPrivileges=yes", "ProtectSystem=strict", "User=linkscope")
                    .doesNotContain("\nMemoryDenyWriteExecute");
        }
    }

    @Test
    void systemdTakesTheUnits() throws Exception {
        Path analyze = program("systemd-analyze");
        var command = new ArrayList<>(List.of(analyze.toString(), "verify"));
        for (String name :
                List.of(
                        "linkscope-watch.service",
                        "linkscope-check.service",
                        "linkscope-check.timer")) {
            // It looks whether the program is there.
            String unit =
                    Files.readString(EXAMPLES.resolve(name))
                            .replace("/opt/linkscope/bin/linkscope", "/bin/true");
            command.add(Files.writeString(folder.resolve(name), unit).toString());
        }
        assertThat(run(command.toArray(String[]::new))).isZero();
    }

    @Test
    void cronReadsItsLines() throws IOException {
        String cron = Files.readString(EXAMPLES.resolve("linkscope.cron"));
        List<String> lines = cron.lines().filter(line -> !line.matches("#.*|[A-Z_]+=.*")).toList();
        assertThat(lines).hasSize(2);
        assertThat(lines).allMatch(line -> line.matches("(\\S+ ){5}linkscope \\S.*"));
        assertThat(lines).as("a percent sign ends the command").noneMatch(l -> l.contains("%"));
        assertThat(cron).endsWith("\n");
    }

    private static Path program(String name) {
        for (String place : List.of("/usr/bin", "/usr/local/bin", "/bin")) {
            if (Files.isExecutable(Path.of(place, name))) {
                return Path.of(place, name);
            }
        }
        Assumptions.abort(name + " is not here");
        throw new AssertionError();
    }

    private static int run(String... command) throws Exception {
        Process process = new ProcessBuilder(command).inheritIO().start();
        try {
            assertThat(process.waitFor(30, java.util.concurrent.TimeUnit.SECONDS)).isTrue();
            return process.exitValue();
        } finally {
            process.destroyForcibly();
        }
    }
}
