package dev.linkscope.report;

import static org.assertj.core.api.Assertions.assertThat;

import dev.linkscope.domain.Statement;
import dev.linkscope.domain.fix.ActionCall;
import dev.linkscope.domain.fix.EntryState;
import dev.linkscope.domain.fix.ValueChange;
import dev.linkscope.domain.report.Report;
import dev.linkscope.domain.report.ReportedFix;
import dev.linkscope.i18n.Messages;
import java.nio.charset.StandardCharsets;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What was tried goes through the redaction as all of a report does. */
class FixRedactionTest {
    private static final Messages ENGLISH = Messages.in(Locale.ENGLISH, ZoneOffset.UTC);

    private final ReportJson json = new ReportJson(ENGLISH, "1", Redaction.byLooks());

    @Test
    void noTextEscapes() {
        String canary = "c4n4ry";
        Statement said =
                Statement.of("report.as_written", Statement.of("report.as_written", canary));
        var entry =
                SampleFixes.entry(
                        "id",
                        "step " + canary,
                        new ActionCall(
                                "a" + canary,
                                Map.of("network", canary, canary, "x", "url", canary)),
                        canary,
                        SampleFixes.at(1),
                        EntryState.DONE,
                        List.of(
                                new ValueChange("ssid of " + canary, canary, canary),
                                new ValueChange(
                                        "stream", "http://pi:pw" + canary + "@10.0.0.7/", null)),
                        canary,
                        said);
        var printer =
                SampleFixes.printer()
                        .withFixes(
                                List.of(
                                        new ReportedFix(
                                                SampleFixes.weakWifi().fixCase(), List.of(entry))));
        var knowing = new ReportJson(ENGLISH, "1", new Redaction(() -> List.of(canary)));

        String written =
                new String(knowing.write(SampleReports.of(printer)), StandardCharsets.UTF_8);

        assertThat(written).doesNotContain(canary).contains(Redaction.MARK);
    }

    @Test
    void loginsInAddressesGoWithoutBeingKnown() {
        var entry =
                SampleFixes.entry(
                        "id",
                        "s",
                        new ActionCall("a", Map.of("url", "http://pi:c4n4ry@10.0.0.7/")),
                        "w",
                        SampleFixes.at(1),
                        EntryState.DONE,
                        List.of(
                                new ValueChange(
                                        "stream",
                                        "http://pi:c4n4ry@10.0.0.7/webcam",
                                        "/webcam?token=c4n4ry")),
                        "password=c4n4ry",
                        SampleReports.said("Bearer c4n4ryAAA0 was refused"));
        var printer =
                SampleFixes.printer()
                        .withFixes(
                                List.of(
                                        new ReportedFix(
                                                SampleFixes.weakWifi().fixCase(), List.of(entry))));

        assertThat(text(SampleReports.of(printer)))
                .doesNotContain("c4n4ry")
                .contains("http://" + Redaction.MARK + "@10.0.0.7/webcam");
    }

    private String text(Report report) {
        return new String(json.write(report), StandardCharsets.UTF_8);
    }
}
