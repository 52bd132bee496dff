package dev.linkscope.launch;

import static org.assertj.core.api.Assertions.assertThat;

import dev.linkscope.i18n.Messages;
import dev.linkscope.report.SampleReports;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;

class ReportTextTest {
    private static final Messages ENGLISH = Messages.in(Locale.ENGLISH, ZoneOffset.UTC);

    @Test
    void aFarmEndsWithWhatItsPrintersShared() {
        List<String> lines = new ReportText(ENGLISH).lines(SampleReports.comparedFarm(0.031));
        assertThat(lines)
                .contains("    without outages shared with other printers: 3.1%")
                .contains("Lost at the same time:")
                .endsWith("    who: Prusa-07, Voron in the garage");
        assertThat(lines.get(lines.size() - 2))
                .startsWith("  2 of 2 printers lost the server at the same time, at ")
                .endsWith(" for 2 min: more than chance explains.");
    }

    @Test
    void aPrinterAloneSharesNothing() {
        assertThat(new ReportText(ENGLISH).lines(SampleReports.oneIllPrinter()))
                .noneMatch(line -> line.contains("at the same time"))
                .noneMatch(line -> line.contains("shared with other printers"));
    }
}
