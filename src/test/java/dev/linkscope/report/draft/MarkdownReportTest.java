package dev.linkscope.report.draft;

import static org.assertj.core.api.Assertions.assertThat;

import dev.linkscope.domain.report.PrinterReport;
import dev.linkscope.domain.report.RedactionLevel;
import dev.linkscope.domain.report.Report;
import dev.linkscope.domain.report.ReportScope;
import dev.linkscope.engine.report.ReportFormat;
import dev.linkscope.report.SampleFixes;
import dev.linkscope.report.SampleReports;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MarkdownReportTest {
    @TempDir Path folder;

    private String text(Report report) throws Exception {
        return new String(
                SampleDrafts.written(report, ReportFormat.MARKDOWN, folder),
                StandardCharsets.UTF_8);
    }

    @Test
    void tellsWhatTheReportTells() throws Exception {
        String text = text(SampleReports.oneIllPrinter());

        assertThat(text)
                .startsWith("# Prusa-07: connection report\n")
                .contains("Times are UTC+1.")
                .contains("- The Pi drops off the network in bursts")
                .contains("| Figure | Server connection | Webcam |")
                .contains("| State | Take action | Healthy |")
                .contains("of 692 failed | 2 of 720 failed |")
                .contains("**Weak Wi‑Fi** the evidence points to it, critical")
                .contains("- **For:** Median signal")
                .contains("- **Against:** The other printer")
                .contains("- **What to do:** Move the Pi")
                .contains("**No sign of:** Name lookup")
                .contains("### Longest outages")
                .contains("| Wi-Fi signal | −81 dBm |")
                .contains("(vcgencmd is missing)")
                .contains("## What the words mean")
                .contains("**Not measured:**");
        assertThat(text).doesNotContain("null").doesNotContain("report.text.");
    }

    @Test
    void tellsOfTheFarmAndOfWhoCouldNotBeReached() throws Exception {
        String text = text(SampleReports.mixedFarm());

        assertThat(text)
                .startsWith("# Connection report, 3 printers\n")
                .contains("## Voron in the garage")
                .contains("| State | Healthy | – |")
                .contains("ender.local does not answer.")
                .contains("Nothing was measured on this printer.")
                .contains("## Outages that several printers had together")
                .contains("2 of 2: Prusa-07, Voron in the garage");
    }

    @Test
    void tellsWhatWasTried() throws Exception {
        assertThat(text(SampleFixes.tried()))
                .contains("### What was tried")
                .contains("Not fixed.")
                .contains("| When | Step | Changed | Result |")
                .doesNotContain("anna.schmidt");
    }

    @Test
    void saysForWhomItIsAndWhatHappenedBefore() throws Exception {
        var scope =
                new ReportScope(
                        null,
                        null,
                        RedactionLevel.SUPPORT,
                        "New router <b>today</b>,\npassword=hunter2hunter2");

        assertThat(text(SampleReports.oneIllPrinter().withScope(scope)))
                .contains("Redaction: for support.")
                .contains("**What happened just before:** New router &lt;b&gt;today&lt;/b&gt;,")
                .doesNotContain("hunter2");
        assertThat(text(SampleReports.simulatedFarm(1))).contains("Simulated data");
    }

    @Test
    void nothingInANameBecomesMarkup() throws Exception {
        PrinterReport odd =
                SampleReports.ill(
                        "x",
                        "</td><img src=x onerror=alert(1)> | [a](javascript:b) `c` \n# Injected");
        String text = text(SampleReports.of(odd));

        assertThat(text).doesNotContain("<").doesNotContainPattern("(?<!\\\\)\\]\\(");
        assertThat(text.lines().filter(line -> line.startsWith("# "))).hasSize(1);
        List<String> rows = text.lines().filter(line -> line.startsWith("|")).toList();
        assertThat(rows).isNotEmpty().allMatch(line -> line.endsWith(" |"));
    }

    @Test
    void theSameReportGivesTheSameText() throws Exception {
        assertThat(text(SampleReports.mixedFarm())).isEqualTo(text(SampleReports.mixedFarm()));
    }
}
