package dev.linkscope.report.file;

import static org.assertj.core.api.Assertions.assertThat;

import dev.linkscope.domain.coverage.Segment;
import dev.linkscope.domain.coverage.Trace;
import dev.linkscope.domain.loss.PaneFigures;
import dev.linkscope.domain.loss.PaneState;
import dev.linkscope.domain.loss.PatternKind;
import dev.linkscope.domain.report.PrinterReport;
import dev.linkscope.engine.port.TraceReader.RecordedTrace;
import dev.linkscope.engine.port.TraceReader.Request;
import dev.linkscope.engine.port.UnreadableTraceException;
import dev.linkscope.engine.report.Progress;
import dev.linkscope.report.SampleReports;
import dev.linkscope.report.SampleTraces;
import dev.linkscope.report.SlotsCsv;
import dev.linkscope.stats.PaneJudge;
import dev.linkscope.stats.Thresholds;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SlotsCsvReaderTest extends ReadingTest {
    private final SlotsCsvReader reader = new SlotsCsvReader(ENGLISH);

    private static Request wants(String pane, @Nullable String printer) {
        return new Request(pane, printer, Duration.ofSeconds(1));
    }

    private Path written(PrinterReport... printers) throws Exception {
        var out = new ByteArrayOutputStream();
        SlotsCsv.write(List.of(printers), out, Progress.NONE);
        return file("slots.csv", out.toByteArray());
    }

    private static PrinterReport with(Trace trace) {
        PrinterReport base = SampleReports.withoutCamera("p", "Prusa");
        return new PrinterReport(
                "p",
                "Prusa",
                "t",
                base.connection(),
                base.coverage(),
                SampleReports.pane("a", trace, PaneState.WATCH, PatternKind.NONE),
                null,
                List.of(),
                List.of(),
                List.of());
    }

    private static PaneFigures judged(Trace trace) {
        return PaneJudge.judge(trace, Thresholds.DEFAULT);
    }

    @ParameterizedTest
    @CsvSource({"server", "webcam"})
    void givesBackEveryPaneWithTheSameRates(String pane) throws Exception {
        Path file = written(SampleReports.ill("i", "Prusa"), SampleReports.unreachable("u", "U"));
        Trace trace =
                pane.equals("server") ? SampleTraces.bursts(720) : SampleTraces.nearlyClean(720);

        RecordedTrace read = reader.read(file, wants(pane, null));

        assertThat(letters(read)).isEqualTo(letters(trace));
        PaneFigures before = judged(trace);
        PaneFigures after = judged(read.trace());
        assertThat(after.errorRate()).isEqualTo(before.errorRate());
        assertThat(after.errorRateCi95()).isEqualTo(before.errorRateCi95());
        assertThat(after.timeDown()).isEqualTo(before.timeDown());
        assertThat(after.outages()).isEqualTo(before.outages());
        assertThat(after.failuresByPhase()).isEqualTo(before.failuresByPhase());
        assertThat(read.duplicates()).isZero();
        assertThat(read.relativeClock()).isFalse();
    }

    @Test
    void cadencesAndGapsStayApart() throws Exception {
        Segment first = SampleTraces.segment(SampleTraces.START, Duration.ofMillis(2500), "11.0");
        Segment second = SampleTraces.segment(first.end(), Duration.ofSeconds(10), "100111");
        Segment third =
                SampleTraces.segment(
                        second.end().plusSeconds(3600), Duration.ofSeconds(10), "0101");

        RecordedTrace read =
                reader.read(
                        written(with(new Trace(List.of(first, second, third)))),
                        wants("server", null));

        assertThat(letters(read)).isEqualTo("11.0|100111|0101");
        assertThat(read.trace().segments())
                .extracting(Segment::start)
                .containsExactly(first.start(), second.start(), third.start());
        assertThat(read.trace().segments())
                .extracting(Segment::cadence)
                .containsExactly(first.cadence(), second.cadence(), third.cadence());
    }

    @Test
    void linesMayComeInAnyOrderAndTwice() throws Exception {
        List<String> lines = Files.readAllLines(written(with(SampleTraces.of("1100.10011"))));
        List<String> slots = new ArrayList<>(lines.subList(1, lines.size()));
        slots.add(slots.getFirst());
        Collections.shuffle(slots, new Random(4));
        String shuffled = lines.getFirst() + "\n" + String.join("\n", slots) + "\n";

        RecordedTrace read = reader.read(file("shuffled.csv", shuffled), wants("server", null));

        assertThat(letters(read)).isEqualTo("1100.10011");
        assertThat(read.duplicates()).isEqualTo(1);
    }

    @Test
    void aSpreadsheetMayAddColumnsAndUseSemicolons() throws Exception {
        String text =
                "\uFEFF\"Printer\";\"start\";\"pane\";\"mine\";\"state\"\n"
                                .replace("Printer", "printer")
                        + "Prusa;2026-11-22 07:02:00;server;x;OK\n"
                        + "Prusa;2026-11-22T07:02:07Z;server;;failed\n";
        Path file = file("saved.csv", text);
        assertThat(reader.reads(file, text.getBytes(StandardCharsets.UTF_8))).isTrue();

        RecordedTrace read = reader.read(file, new Request("server", null, Duration.ofSeconds(7)));

        assertThat(letters(read)).isEqualTo("10");
        assertThat(read.trace().segments().getFirst().cadence()).isEqualTo(Duration.ofSeconds(7));
    }

    @Test
    void findsAPrinterWhoseNameCouldBeAFormula() throws Exception {
        Path file =
                written(
                        SampleReports.withoutCamera("a", "=HYPERLINK(\"x\",\"y\")"),
                        SampleReports.withoutCamera("b", "Prusa"));

        RecordedTrace read = reader.read(file, wants("server", "=HYPERLINK(\"x\",\"y\")"));

        assertThat(letters(read)).isEqualTo("1".repeat(720));
    }

    @ParameterizedTest
    @CsvSource({
        "server,,which_printer",
        "webcam,Voron,no_pane",
        "server,nobody,no_such_printer",
    })
    void refusesWhatIsNotInIt(String pane, @Nullable String printer, String code) throws Exception {
        Path file =
                written(SampleReports.ill("a", "Prusa"), SampleReports.withoutCamera("b", "Voron"));

        assertThat(refusal(reader, file, wants(pane, printer)).code()).isEqualTo(code);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Prusa,server,noon,ok,,,,10|bad_time",
                "Prusa,server,+99999-01-01T00:00:00Z,ok,,,,10|bad_time",
                "Prusa,server,2026-11-22T07:02:00Z,perhaps,,,,10|bad_state",
                "Prusa,server,2026-11-22T07:02:00Z,ok,,,,0|bad_cadence",
                "Prusa,server,2026-11-22T07:02:00Z,ok,,,,1e9|bad_cadence",
                "Prusa,server|missing_cell",
                "\"Prusa|open_quote",
                "|empty",
            })
    void refusesWhatIsWrong(@Nullable String line, String code) throws Exception {
        String header = String.join(",", SlotsCsv.COLUMNS);
        Path file = file("bad.csv", header + "\n" + (line == null ? "" : line));

        assertThat(refusal(reader, file, wants("server", null)).code()).isEqualTo(code);
    }

    @Test
    void knowsItsFormatAmongOthers() {
        byte[] own = (String.join(",", SlotsCsv.COLUMNS) + "\r\n").getBytes(StandardCharsets.UTF_8);

        assertThat(reader.reads(Path.of("x.csv"), own)).isTrue();
        for (String other : List.of("time,ok\n1,1\n", "{\"schemaVersion\":1}", "", "1101\n")) {
            assertThat(reader.reads(Path.of("x.csv"), other.getBytes(StandardCharsets.UTF_8)))
                    .as(other)
                    .isFalse();
        }
    }

    @Test
    void damageAnywhereEndsInASentence() throws Exception {
        byte[] whole = SlotsCsv.of(SampleReports.ill("i", "Prusa"));
        var random = new Random(5);
        for (int i = 0; i < 60; i++) {
            byte[] damaged = Arrays.copyOf(whole, 200 + random.nextInt(3_000));
            for (int j = 0; j < 3; j++) {
                damaged[random.nextInt(damaged.length)] = (byte) random.nextInt(256);
            }
            Path file = file("damaged.csv", damaged);
            try {
                assertThat(reader.read(file, wants("server", null)).trace().isEmpty()).isFalse();
            } catch (UnreadableTraceException e) {
                assertThat(e.nextStep()).isNotBlank();
            }
        }
    }

    @Test
    void namesOfManyPrintersAreCutShort() throws Exception {
        String rows =
                IntStream.range(0, 100)
                        .mapToObj(i -> "P" + i + ",server,2026-11-22T07:02:00Z,ok,,,,10\n")
                        .collect(Collectors.joining());
        Path file = file("many.csv", String.join(",", SlotsCsv.COLUMNS) + "\n" + rows);

        assertThat(refusal(reader, file, wants("server", null)).getMessage())
                .contains("P0")
                .contains("…")
                .hasSizeLessThan(400);
    }
}
