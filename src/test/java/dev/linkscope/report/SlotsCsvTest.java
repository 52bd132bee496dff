package dev.linkscope.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.linkscope.domain.coverage.NotMeasured;
import dev.linkscope.domain.coverage.Segment;
import dev.linkscope.domain.coverage.Slot;
import dev.linkscope.domain.coverage.Trace;
import dev.linkscope.domain.loss.PaneState;
import dev.linkscope.domain.loss.PatternKind;
import dev.linkscope.domain.probe.Phase;
import dev.linkscope.domain.probe.SlotState;
import dev.linkscope.domain.report.PrinterReport;
import dev.linkscope.engine.report.Progress;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CancellationException;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SlotsCsvTest {
    private static final Instant START = SampleTraces.START;

    private static String text(PrinterReport... printers) throws Exception {
        var out = new ByteArrayOutputStream();
        SlotsCsv.write(List.of(printers), out, Progress.NONE);
        return out.toString(StandardCharsets.UTF_8);
    }

    private static PrinterReport named(String name) {
        return one(name, SampleTraces.of("1"));
    }

    private static PrinterReport one(String name, Trace trace) {
        PrinterReport base = SampleReports.withoutCamera("id", name);
        return new PrinterReport(
                "id-" + name.hashCode(),
                name,
                "t",
                base.connection(),
                base.coverage(),
                SampleReports.pane("a", trace, PaneState.WATCH, PatternKind.NONE),
                null,
                List.of(),
                List.of(),
                List.of());
    }

    private static Slot failed(int second, @Nullable Phase phase, @Nullable String errorClass) {
        Instant at = START.plusSeconds(second);
        return new Slot(at, at, SlotState.FAILED, phase, errorClass, null, -1);
    }

    @Test
    void hasALineForEverySlot() throws Exception {
        var trace =
                new Trace(
                        List.of(
                                new Segment(
                                        Duration.ofSeconds(10),
                                        List.of(
                                                Slot.ok(START, 20_000),
                                                failed(10, Phase.TLS, "tls.expired"),
                                                failed(20, null, null),
                                                Slot.notMeasured(
                                                        START.plusSeconds(30),
                                                        NotMeasured.PI_OFF))),
                                new Segment(
                                        Duration.ofMillis(2500),
                                        List.of(Slot.ok(START.plusSeconds(40), -1)))));

        assertThat(text(one("Prusa", trace)))
                .isEqualTo(
                        """
                        printer,pane,start,state,phase,class,reason,cadence_seconds
                        Prusa,server,2026-11-22T07:02:00Z,ok,,,,10
                        Prusa,server,2026-11-22T07:02:10Z,failed,tls,tls.expired,,10
                        Prusa,server,2026-11-22T07:02:20Z,failed,,,,10
                        Prusa,server,2026-11-22T07:02:30Z,not_measured,,,pi_off,10
                        Prusa,server,2026-11-22T07:02:40Z,ok,,,,2.5
                        """
                                .replace("\n", "\r\n"));
    }

    @Test
    void timesAreWrittenAsEverywhere() {
        var stamps = new UtcStamps();
        for (String time :
                List.of(
                        "2026-11-22T07:02:00Z",
                        "2026-11-22T07:02:59Z",
                        "2026-11-22T07:03:00Z",
                        "2026-11-22T07:02:09Z",
                        "2026-11-22T07:02:09.250Z",
                        "1970-01-01T00:00:00Z",
                        "1969-12-31T23:59:59Z",
                        "9999-12-31T23:59:59Z",
                        "+10000-01-01T00:00:00Z")) {
            assertThat(stamps.of(Instant.parse(time))).isEqualTo(time);
        }
    }

    @Test
    void aClassThatIsNoneOfOursStaysOut() throws Exception {
        var odd =
                new Trace(
                        List.of(
                                new Segment(
                                        Duration.ofSeconds(10),
                                        List.of(
                                                failed(0, Phase.DNS, "=cmd|' /C calc'!A0"),
                                                failed(10, Phase.DNS, "password=hunter2")))));

        assertThat(text(one("Prusa", odd))).doesNotContain("cmd").doesNotContain("hunter2");
    }

    @ParameterizedTest
    @ValueSource(strings = {"=1+1", "+1", "-1", "@SUM(A1)", "\t=1", "\r=1", " =1", "\n@x", "\tx"})
    void noNameBecomesAFormula(String name) throws Exception {
        String cell = text(named(name)).lines().skip(1).findFirst().orElseThrow();

        assertThat(cell).startsWith("'").endsWith(",server,2026-11-22T07:02:00Z,ok,,,,10");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "a,b|\"a,b\"",
                "a;b|\"a;b\"",
                "the \"big\" one|\"the \"\"big\"\" one\"",
                "=\"a,b\"|\"'=\"\"a,b\"\"\"",
                "Принтер 🖨️|Принтер 🖨️",
            })
    void quotesAsTheStandardSays(String name, String cell) throws Exception {
        assertThat(text(named(name)).lines().skip(1).findFirst().orElseThrow())
                .startsWith(cell + ",server,");
    }

    @Test
    void aNameNeverBreaksALine() throws Exception {
        assertThat(text(named("a\r\nb\u0000c\u2028d")).lines().toList()).hasSize(2);
        assertThat(text(named("a\r\nb"))).contains("a  b,server");
    }

    @Test
    void printersOfOneNameAreToldApart() throws Exception {
        String both =
                text(
                        SampleReports.withoutCamera("id-a", "twin"),
                        SampleReports.withoutCamera("id-b", "twin"),
                        SampleReports.withoutCamera("id-c", "other"));

        assertThat(both)
                .contains("twin (id-a),", "twin (id-b),", "\nother,")
                .doesNotContain("id-c");
    }

    @Test
    void bothPanesOfOnePrinter() {
        String csv =
                new String(SlotsCsv.of(SampleReports.ill("i", "Prusa")), StandardCharsets.UTF_8);

        assertThat(csv.lines().filter(line -> line.contains(",server,"))).hasSize(720);
        assertThat(csv.lines().filter(line -> line.contains(",webcam,"))).hasSize(720);
        assertThat(SlotsCsv.of(SampleReports.unreachable("u", "U")))
                .asString(StandardCharsets.UTF_8)
                .isEqualTo("printer,pane,start,state,phase,class,reason,cadence_seconds\r\n");
    }

    @Test
    void tellsHowFarItIsAndCanBeEnded() throws Exception {
        List<Integer> told = new ArrayList<>();
        var printers = List.of(named("a"), named("b"), named("c"));
        SlotsCsv.write(
                printers, new ByteArrayOutputStream(), (done, of) -> told.add(done * 10 + of));
        assertThat(told).containsExactly(3, 13, 23, 33);

        Progress ends =
                (done, _) -> {
                    if (done == 1) {
                        throw new CancellationException();
                    }
                };
        assertThatThrownBy(() -> SlotsCsv.write(printers, new ByteArrayOutputStream(), ends))
                .isInstanceOf(CancellationException.class);
    }
}
