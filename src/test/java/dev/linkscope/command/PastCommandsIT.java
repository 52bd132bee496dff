package dev.linkscope.command;

import static org.assertj.core.api.Assertions.assertThat;

import dev.linkscope.domain.printer.Printer;
import dev.linkscope.domain.printer.PrinterId;
import dev.linkscope.domain.printer.Target;
import dev.linkscope.engine.history.WrittenHistory;
import dev.linkscope.settings.JsonSettingsStore;
import dev.linkscope.stats.Simulated;
import dev.linkscope.stats.math.SplitMix;
import dev.linkscope.store.sqlite.SqliteHistory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Reports and comparisons of what is stored, by the command line. */
@Timeout(180)
class PastCommandsIT {
    private static final Duration DAY = Duration.ofDays(1);

    /** The end of what is stored: an hour ago, on the grid. */
    private final Instant end =
            Instant.now().truncatedTo(ChronoUnit.HOURS).minus(Duration.ofHours(1));

    @TempDir private Path home;

    private CommandRun run(String... args) throws Exception {
        return CommandRun.of(home, args);
    }

    private static Printer printer(String name) {
        return new Printer(
                PrinterId.random(),
                name,
                new Target.Ssh("octopi.local", null, "pi", null),
                Printer.CLOUD,
                null,
                Printer.DEFAULT_CADENCE);
    }

    private void settings(Printer... printers) {
        try (var settings =
                new JsonSettingsStore(home.resolve("settings.json"), InstantSource.system())) {
            settings.save(settings.load().withPrinters(List.of(printers)));
        }
    }

    /** Two days: many drop-outs, then few. */
    private void history(Printer printer) {
        String row =
                Simulated.independent(8_640, 0.05, new SplitMix(1))
                        + Simulated.independent(8_640, 0.01, new SplitMix(2));
        try (var store =
                SqliteHistory.open(home.resolve("history.db"), InstantSource.system()).store()) {
            new WrittenHistory(store, printer.id(), "run", end.minus(DAY.multipliedBy(2)))
                    .server(row);
        }
    }

    private String span(int from, int to) {
        return end.minus(DAY.multipliedBy(from)) + "/" + end.minus(DAY.multipliedBy(to));
    }

    @Test
    void aReportOfASpanIsWritten() throws Exception {
        Printer kitchen = printer("Küche");
        settings(kitchen, printer("Empty"));
        history(kitchen);
        Path out = home.resolve("week.json");
        CommandRun run =
                run("report", "--from", end.minus(DAY).toString(), "--out", out.toString());
        assertThat(run.exitCode()).as("one of them has no data").isEqualTo(3);
        assertThat(run.err()).contains("week.json").contains("Empty");
        JsonNode report = new JsonMapper().readTree(Files.readString(out));
        JsonNode server = report.path("printers").get(0).path("server");
        assertThat(server.path("attempts").asInt()).isEqualTo(8_640);
        assertThat(server.path("errorRate").asDouble()).isBetween(0.005, 0.015);
        CommandRun pdf = run("report", "küche", "--last", "2d", "--out", home + "/r.pdf");
        assertThat(pdf.exitCode()).as(pdf.err()).isIn(0, 1, 2);
        assertThat(pdf.err()).contains("r.pdf");
        assertThat(home.resolve("r.pdf")).isNotEmptyFile();
    }

    @Test
    void twoSpansAreCompared() throws Exception {
        Printer kitchen = printer("Küche");
        settings(kitchen);
        history(kitchen);
        CommandRun text = run("compare", "Küche", "--first", span(2, 1), "--second", span(1, 0));
        assertThat(text.exitCode()).as(text.err()).isZero();
        assertThat(text.out()).contains("Server connection:", "less often").doesNotContain("{");
        CommandRun json =
                run(
                        "compare",
                        kitchen.id().toString(),
                        "--first",
                        span(2, 1),
                        "--second",
                        span(1, 0),
                        "--json",
                        "-");
        JsonNode pane = json.json().path("panes").get(0);
        assertThat(pane.path("result").asString()).isEqualTo("fewer");
        assertThat(pane.path("pValue").asDouble()).isLessThan(0.001);
        assertThat(pane.path("first").path("attempts").asInt()).isEqualTo(8_640);
        CommandRun little = run("compare", "Küche", "--first", span(9, 8), "--second", span(8, 7));
        assertThat(little.exitCode()).isEqualTo(3);
        assertThat(little.out()).contains("Nothing is stored of either span");
    }

    @Test
    void whatIsNotThereIsSaid() throws Exception {
        CommandRun nobody = run("report", "--out", home + "/r.pdf");
        assertThat(nobody.exitCode()).isEqualTo(3);
        assertThat(nobody.err()).contains("No printer is known here");
        assertThat(home).isEmptyDirectory();
        settings(printer("Küche"));
        CommandRun nothing = run("report", "--out", home + "/r.pdf");
        assertThat(nothing.exitCode()).isEqualTo(3);
        assertThat(nothing.err()).contains("Nothing is stored here yet");
        assertThat(home.resolve("history.db")).doesNotExist();
        history(printer("Other"));
        CommandRun empty = run("report", "--out", home + "/r.pdf");
        assertThat(empty.exitCode()).isEqualTo(3);
        assertThat(empty.err()).contains("no report was written");
        assertThat(home.resolve("r.pdf")).doesNotExist();
        CommandRun unknown = run("report", "Attic", "--out", home + "/r.pdf");
        assertThat(unknown.exitCode()).isEqualTo(64);
        assertThat(unknown.err()).contains("There is no printer \"Attic\"", "Küche");
    }
}
