package dev.linkscope.report.draft;

import static org.assertj.core.api.Assertions.assertThat;

import dev.linkscope.domain.report.RedactionLevel;
import dev.linkscope.domain.report.Report;
import dev.linkscope.engine.report.Progress;
import dev.linkscope.engine.report.Removed;
import dev.linkscope.engine.report.ReportDraft;
import dev.linkscope.engine.report.ReportFormat;
import dev.linkscope.i18n.Messages;
import dev.linkscope.report.RedactedReport;
import dev.linkscope.report.Redaction;
import dev.linkscope.report.SampleFigures;
import java.io.ByteArrayOutputStream;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Nothing private is in any file that is written of a report, whatever it is packed in. */
class CanaryTest {
    private static final Messages ENGLISH = Messages.in(Locale.ENGLISH, ZoneId.of("Europe/Berlin"));

    @TempDir private Path folder;

    private static Drafts press(List<String> secrets) {
        return new Drafts(ENGLISH, "1.0.0", new Redaction(() -> secrets), SampleFigures::curve);
    }

    private static Haystack written(ReportDraft draft, ReportFormat format, Path file)
            throws Exception {
        draft.write(format, file, Progress.NONE);
        return new Haystack(Files.readAllBytes(file));
    }

    @ParameterizedTest
    @EnumSource(RedactionLevel.class)
    void noFileHoldsWhatItsLevelForbids(RedactionLevel level) throws Exception {
        Report report = Canaries.report(level);
        try (ReportDraft draft =
                press(Canaries.TYPED).draft(report, List.of(Canaries.log()), Progress.NONE)) {
            for (ReportFormat format : ReportFormat.values()) {
                Haystack file = written(draft, format, folder.resolve("r." + format.ending()));
                for (String canary : Canaries.of(level)) {
                    assertThat(file.find(canary)).as("%s in %s", canary, format).isEmpty();
                }
            }
            for (Removed removed : draft.removed()) {
                assertThat(Canaries.of(level))
                        .noneMatch(canary -> removed.shown().contains(canary));
            }
        }
    }

    @ParameterizedTest
    @EnumSource(RedactionLevel.class)
    void theLogBesideItIsCleanAndSpeaksOfTheSameThings(RedactionLevel level) {
        RedactedReport redacted =
                RedactedReport.of(Canaries.report(level), new Redaction(() -> Canaries.TYPED));

        String log = redacted.texts().clean(Canaries.log().text());

        var haystack = new Haystack(log.getBytes(StandardCharsets.UTF_8));
        for (String canary : Canaries.of(level)) {
            assertThat(haystack.find(canary)).as(canary).isEmpty();
        }
        String note = String.valueOf(redacted.report().scope().note());
        assertThat(log.lines()).contains("begin", "end");
        assertThat(note.split(" ; ", -1)[12]).isEqualTo(log.split(" ; ", -1)[12]);
    }

    /** Else the test above could pass because nothing was written, or the search finds nothing. */
    @Test
    void theUserFindsAllButCredentialsInTheFiles() throws Exception {
        Report report = Canaries.report(RedactionLevel.MINE);
        try (ReportDraft draft = press(Canaries.TYPED).draft(report, List.of(), Progress.NONE)) {
            Haystack json = written(draft, ReportFormat.JSON, folder.resolve("r.json"));
            Haystack pdf = written(draft, ReportFormat.PDF, folder.resolve("r.pdf"));

            for (String name : List.of("КанарейкаНет", "203.0.113.77", "canaryhost.local")) {
                assertThat(json.find(name)).as(name).isNotEmpty();
                assertThat(pdf.find(name)).as(name).isNotEmpty();
            }
            assertThat(pdf.pieces()).isGreaterThan(100);
        }
    }

    @Test
    void aCanaryThatNobodyKnowsIsFound() throws Exception {
        String left = Canaries.TYPED.getFirst();
        Report report = Canaries.report(RedactionLevel.PUBLIC);
        try (ReportDraft draft = press(List.of()).draft(report, List.of(), Progress.NONE)) {
            for (ReportFormat format : List.of(ReportFormat.PDF, ReportFormat.JSON)) {
                assertThat(written(draft, format, folder.resolve("r")).find(left)).isNotEmpty();
            }
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"c4nary-Ёж", "canaryhost.local", "🐤🐤🐤"})
    void theSearchSeesThroughEveryPacking(String canary) throws Exception {
        byte[] utf8 = canary.getBytes(StandardCharsets.UTF_8);
        for (byte[] hidden :
                List.of(
                        utf8,
                        canary.getBytes(StandardCharsets.UTF_16LE),
                        canary.getBytes(StandardCharsets.UTF_16BE),
                        bytes(Base64.getEncoder().encodeToString(utf8)),
                        bytes(Base64.getEncoder().encodeToString(bytes("a" + canary))),
                        bytes(Base64.getUrlEncoder().encodeToString(bytes("ab" + canary + "c"))),
                        bytes(HexFormat.of().withUpperCase().formatHex(utf8)),
                        bytes(URLEncoder.encode(canary, StandardCharsets.UTF_8)))) {
            assertThat(new Haystack(hidden).find(canary)).isNotEmpty();
            assertThat(new Haystack(zip(zip(hidden))).find(canary)).isNotEmpty();
        }
        assertThat(new Haystack(bytes("nothing of it")).find(canary)).isEmpty();
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static byte[] zip(byte[] content) throws Exception {
        var out = new ByteArrayOutputStream();
        try (var zip = new ZipOutputStream(out)) {
            zip.putNextEntry(new ZipEntry("entry"));
            zip.write(content);
        }
        return out.toByteArray();
    }
}
