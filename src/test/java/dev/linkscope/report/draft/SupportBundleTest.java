package dev.linkscope.report.draft;

import static org.assertj.core.api.Assertions.assertThat;

import dev.linkscope.domain.fact.Fact;
import dev.linkscope.domain.printer.PrinterId;
import dev.linkscope.domain.report.PrinterReport;
import dev.linkscope.domain.report.Report;
import dev.linkscope.engine.report.Enclosure;
import dev.linkscope.engine.report.ReportFormat;
import dev.linkscope.i18n.Messages;
import dev.linkscope.report.Redaction;
import dev.linkscope.report.ReportJson;
import dev.linkscope.report.SampleFixes;
import dev.linkscope.report.SampleReports;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TimeZone;
import java.util.UUID;
import java.util.zip.ZipFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(60)
class SupportBundleTest {
    private static final PrinterId PRINTER = SampleFixes.PRINTER;

    @TempDir Path folder;

    private Map<String, byte[]> files(Report report, Enclosure... enclosures) throws Exception {
        return SampleDrafts.unzipped(
                SampleDrafts.written(report, ReportFormat.ZIP, folder, enclosures));
    }

    private static String text(Map<String, byte[]> files, String name) {
        assertThat(files).containsKey(name);
        return new String(files.get(name), StandardCharsets.UTF_8);
    }

    private static Enclosure log(PrinterId printer, String name, String text) {
        return new Enclosure(printer, name, text);
    }

    @Test
    void hasTheNamesThatSupportKnows() throws Exception {
        var files = files(SampleFixes.tried(), log(PRINTER, "octoprint.log", "a line\n"));

        assertThat(files.keySet())
                .containsExactly(
                        "README.txt",
                        "summary.md",
                        "linkscope-report.pdf",
                        "report.json",
                        "slots.csv",
                        "systeminfo.txt",
                        "octoprint.log");
        assertThat(text(files, "linkscope-report.pdf")).startsWith("%PDF-");
        assertThat(text(files, "summary.md")).startsWith("# Prusa-07");
        assertThat(text(files, "slots.csv")).startsWith("printer,pane,start,state");
        assertThat(
                        new ReportJson(
                                        Messages.in(Locale.ENGLISH, ZoneOffset.UTC),
                                        "",
                                        Redaction.byLooks())
                                .read(files.get("report.json"))
                                .printers())
                .hasSize(1);
    }

    @Test
    void systeminfoHasOctoPrintsKeysAndOurs() throws Exception {
        PrinterReport base = SampleReports.ill("x", "Prusa");
        List<Fact> facts = new ArrayList<>(base.facts());
        facts.add(Fact.known("octoprint.version", "1.11.8", null));
        facts.add(Fact.known("os.kernel", "Linux-6.1.0\nrpi", null));
        facts.add(Fact.known("host.memory.total", "915", "MB"));
        facts.add(Fact.known("pi.model", "Raspberry Pi 4 Model B Rev 1.4", null));
        facts.add(Fact.notChecked("octopi.version", "no such file"));
        facts.add(Fact.known("odd key\n: x", "1", null));
        var printer =
                new PrinterReport(
                        "x",
                        "Prusa",
                        "pi",
                        base.connection(),
                        base.coverage(),
                        base.server(),
                        base.webcam(),
                        base.headline(),
                        base.findings(),
                        facts,
                        base.plugin());

        String info = text(files(SampleReports.of(printer)), "systeminfo.txt");

        assertThat(info.lines().map(line -> line.substring(0, line.indexOf(':')))).isSorted();
        assertThat(info.lines())
                .allMatch(line -> line.matches("[A-Za-z0-9._-]+: .*"))
                .contains(
                        "env.hardware.ram: 915000000",
                        "env.os.platform: Linux-6.1.0 rpi",
                        "env.plugins.pi_support.model: Raspberry Pi 4 Model B Rev 1.4",
                        "linkscope.fact.octopi.version: not checked (no such file)",
                        "linkscope.fact.vpn.interface: none",
                        "linkscope.fact.wifi.signal: -81 dBm",
                        "linkscope.printer.name: Prusa",
                        "linkscope.redaction.level: support",
                        "linkscope.server.attempts: 692",
                        "linkscope.server.state: take_action",
                        "linkscope.version: 1.2.3",
                        "octoprint.version: 1.11.8",
                        "systeminfo.generated: 2026-11-22T09:02:10Z",
                        "systeminfo.generator: linkscope")
                .noneMatch(line -> line.startsWith("env.plugins.pi_support.octopi_version"));
    }

    @Test
    void logsAreCleaned() throws Exception {
        String log =
                "2026-11-22 token=abcdefgh\r\nthe password is "
                        + SampleDrafts.SECRET
                        + "\n<p>plain</p>";

        String cleaned =
                text(
                        files(SampleFixes.tried(), log(PRINTER, "octoprint.log", log)),
                        "octoprint.log");

        assertThat(cleaned)
                .doesNotContain("abcdefgh")
                .doesNotContain(SampleDrafts.SECRET)
                .endsWith("\n<p>plain</p>")
                .startsWith("2026-11-22 token=‹removed›\n");
    }

    @Test
    void noNameLeavesTheFolder() throws Exception {
        UUID first = new UUID(0, 1);
        UUID second = new UUID(0, 2);
        Report farm =
                SampleReports.of(
                        SampleReports.withoutCamera(first.toString(), "../../etc/Prüsa №1"),
                        SampleReports.withoutCamera(second.toString(), "Жук"));
        var files =
                files(
                        farm,
                        log(new PrinterId(first), "../../../.ssh/id_rsa", "a"),
                        log(new PrinterId(first), "C:\\windows\\system32\\x.log", "b"),
                        log(new PrinterId(first), "octoprint.log", "c"),
                        log(new PrinterId(first), "OctoPrint.log", "d"),
                        log(new PrinterId(second), "systeminfo.txt", "e"),
                        log(new PrinterId(second), "..", "f"),
                        log(PrinterId.random(), "stranger.log", "g"));

        assertThat(files.keySet())
                .allMatch(name -> name.matches("([a-z0-9-]+/)?[A-Za-z0-9_][A-Za-z0-9._-]*"))
                .noneMatch(name -> name.contains(".."))
                .contains(
                        "1-etc-prusa-1/systeminfo.txt",
                        "1-etc-prusa-1/octoprint.log",
                        "1-etc-prusa-1/2-OctoPrint.log",
                        "printer-2/systeminfo.txt",
                        "printer-2/2-systeminfo.txt")
                .noneMatch(name -> name.contains("stranger"));
        assertThat(files).hasSize(5 + 2 + 6);
        assertThat(text(files, "printer-2/systeminfo.txt")).contains("linkscope.printer.name: Жук");
    }

    @Test
    void theReadmeNamesEveryFileAndWhatIsNotThere() throws Exception {
        var files =
                files(
                        SampleReports.of(
                                SampleReports.ill(PRINTER.toString(), SampleDrafts.SECRET)),
                        log(PRINTER, "octoprint.log", "x"));

        String readme = text(files, "README.txt");

        files.keySet().stream()
                .filter(name -> !name.equals("README.txt"))
                .forEach(name -> assertThat(readme).contains("  " + name + ": "));
        assertThat(readme)
                .contains("Redaction: for support.")
                .contains("‹removed›")
                .contains("Never inside: passwords, keys, tokens and pictures of the camera.")
                .doesNotContain(SampleDrafts.SECRET)
                .doesNotContain("report.bundle");
    }

    @Test
    void theSameReportGivesTheSameBytesInEveryZone() throws Exception {
        TimeZone before = TimeZone.getDefault();
        try {
            TimeZone.setDefault(TimeZone.getTimeZone("Asia/Tokyo"));
            byte[] tokyo =
                    SampleDrafts.written(SampleReports.mixedFarm(), ReportFormat.ZIP, folder);
            TimeZone.setDefault(TimeZone.getTimeZone("America/New_York"));
            byte[] newYork =
                    SampleDrafts.written(SampleReports.mixedFarm(), ReportFormat.ZIP, folder);

            assertThat(newYork).isEqualTo(tokyo);
        } finally {
            TimeZone.setDefault(before);
        }
    }

    @Test
    void otherProgramsCanReadItsDirectory() throws Exception {
        Path file = folder.resolve("bundle.zip");
        Files.write(
                file, SampleDrafts.written(SampleReports.mixedFarm(), ReportFormat.ZIP, folder));

        try (var zip = new ZipFile(file.toFile())) {
            assertThat(zip.stream())
                    .allMatch(
                            entry -> entry.getTimeLocal().toString().equals("2026-11-22T09:02:10"))
                    .allMatch(entry -> entry.getSize() > 0);
        }
    }
}
