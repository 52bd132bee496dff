package dev.linkscope.report.file;

import static org.assertj.core.api.Assertions.assertThat;

import dev.linkscope.domain.report.Report;
import dev.linkscope.engine.port.TraceReader.Request;
import dev.linkscope.report.Redaction;
import dev.linkscope.report.ReportJson;
import dev.linkscope.report.SampleReports;
import dev.linkscope.report.SampleTraces;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ReportTraceReaderTest extends ReadingTest {
    private final ReportTraceReader reader = new ReportTraceReader(ENGLISH);

    @ParameterizedTest
    @CsvSource({"server", "webcam"})
    void readsThePaneAskedFor(String pane) throws Exception {
        Path file = report(SampleReports.oneIllPrinter());

        var read = reader.read(file, new Request(pane, null, Duration.ofSeconds(1)));

        assertThat(letters(read))
                .isEqualTo(
                        letters(
                                pane.equals("server")
                                        ? SampleTraces.bursts(720)
                                        : SampleTraces.nearlyClean(720)));
        assertThat(read.trace().segments().getFirst().cadence()).isEqualTo(SampleTraces.CADENCE);
        assertThat(read.relativeClock()).isFalse();
    }

    @ParameterizedTest
    @CsvSource({"printer-2", "Voron in the garage"})
    void findsAPrinterByIdOrName(String wanted) throws Exception {
        var request = new Request("server", wanted, Duration.ofSeconds(1));

        var read = reader.read(report(SampleReports.mixedFarm()), request);

        assertThat(letters(read)).isEqualTo("1".repeat(720));
    }

    @Test
    void asksWhichPrinterAndNamesThem() throws Exception {
        var refusal = refusal(reader, report(SampleReports.mixedFarm()), SERVER);

        assertThat(refusal.code()).isEqualTo("which_printer");
        assertThat(refusal.getMessage()).contains("Prusa-07, Voron in the garage, Ender");
        assertThat(refusal.nextStep()).contains("--printer");
    }

    @Test
    void tellsPrintersOfOneNameApartByTheirIds() throws Exception {
        Path file =
                report(
                        SampleReports.of(
                                SampleReports.ill("id-a", "twin"),
                                SampleReports.withoutCamera("id-b", "twin")));

        var refusal = refusal(reader, file, new Request("server", "twin", Duration.ZERO));

        assertThat(refusal.code()).isEqualTo("which_printer");
        assertThat(refusal.getMessage()).contains("id-a").contains("id-b");
    }

    @ParameterizedTest
    @CsvSource({
        "server,printer-3,no_pane",
        "webcam,printer-2,no_pane",
        "server,nobody,no_such_printer",
    })
    void refusesWhatIsNotInTheReport(String pane, String printer, String code) throws Exception {
        Path file = report(SampleReports.mixedFarm());

        var refusal = refusal(reader, file, new Request(pane, printer, Duration.ofSeconds(1)));

        assertThat(refusal.code()).isEqualTo(code);
    }

    @Test
    void refusesDamageWithTheReportsOwnWords() throws Exception {
        assertThat(refusal(reader, file("a.json", "{\"schemaVersion\":9}"), SERVER).code())
                .isEqualTo("newer_version");
        assertThat(refusal(reader, file("a.pdf", "%PDF-1.7 and nothing"), SERVER).code())
                .isEqualTo("damaged_pdf");
        assertThat(refusal(reader, folder.resolve("no.pdf"), SERVER).code())
                .isEqualTo("file_unreadable");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "a.json|{\"schemaVersion\":1}|true",
                "a.json|\uFEFF { \"schemaVersion\" : 1|true",
                "agent.json|{\"hello\":1}|false",
                "a.pdf|anything|true",
                "renamed.bin|%PDF-1.7|true",
                "a.csv|time,ok|false",
            })
    void goesByContent(String name, String head, boolean expected) {
        assertThat(reader.reads(Path.of(name), head.getBytes(StandardCharsets.UTF_8)))
                .isEqualTo(expected);
    }

    private Path report(Report report) throws Exception {
        return file("report.json", new ReportJson(ENGLISH, "1", Redaction.byLooks()).write(report));
    }
}
