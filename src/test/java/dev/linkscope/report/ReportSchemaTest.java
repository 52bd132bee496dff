package dev.linkscope.report;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import dev.linkscope.domain.coverage.Trace;
import dev.linkscope.domain.loss.Activity;
import dev.linkscope.domain.loss.PaneState;
import dev.linkscope.domain.loss.PatternKind;
import dev.linkscope.domain.report.PrinterReport;
import dev.linkscope.domain.report.Report;
import dev.linkscope.i18n.Messages;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** The published schema and what is written agree. */
class ReportSchemaTest {
    private static Schema schema;

    private final ReportJson json =
            new ReportJson(
                    Messages.in(Locale.ENGLISH, ZoneOffset.UTC), "1.2.3", Redaction.byLooks());

    @BeforeAll
    static void loadSchema() throws Exception {
        String text = Files.readString(Path.of("src/docs/report.schema.json"));
        schema =
                SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                        .getSchema(text, InputFormat.JSON);
    }

    static Stream<Report> reports() {
        return Stream.of(
                SampleReports.of(),
                SampleReports.mixedFarm(),
                SampleFixes.tried(),
                SampleReports.simulatedFarm(3),
                oneOf(PaneState.NO_DATA, PatternKind.NONE, Trace.EMPTY),
                oneOf(PaneState.WATCH, PatternKind.SCATTERED, twoCadences()));
    }

    @ParameterizedTest
    @MethodSource("reports")
    void whatIsWrittenIsValid(Report report) {
        assertThat(errors(text(report))).isEmpty();
    }

    @ParameterizedTest
    @EnumSource(PaneState.class)
    void everyStateIsValid(PaneState state) {
        assertThat(errors(text(oneOf(state, PatternKind.NONE, SampleTraces.of("10"))))).isEmpty();
    }

    @ParameterizedTest
    @EnumSource(PatternKind.class)
    void everyPatternIsValid(PatternKind kind) {
        assertThat(errors(text(oneOf(PaneState.WATCH, kind, SampleTraces.of("10"))))).isEmpty();
    }

    @Test
    void everyActivityIsValid() {
        for (Activity activity : Activity.values()) {
            String text =
                    text(SampleReports.oneIllPrinter())
                            .replace(
                                    "\"active\"",
                                    '"' + activity.name().toLowerCase(Locale.ROOT) + '"');
            assertThat(errors(text)).isEmpty();
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "\"take_action\"|\"perhaps\"",
                "\"bursts\"|\"sometimes\"",
                "\"active\"|\"maybe\"",
                "\"connected\"|\"half\"",
                "\"supported\"|\"likely\"",
                "\"critical\"|\"bad\"",
                "\"points_to\"|\"sure\"",
                "\"side\" : \"for\"|\"side\" : \"aside\"",
                "\"phase\" : \"connect\"|\"phase\" : \"tcp\"",
                "\"status\" : \"known\"|\"status\" : \"maybe\"",
                "\"schemaVersion\" : 1|\"schemaVersion\" : 2",
                "\"level\" : \"support\"|\"level\" : \"none\"",
                "\"generatedAt\" : \"2026-11-22T09:02:10Z\"|\"generatedAt\" : \"yesterday\"",
                "\"pi_off\"|\"pi_of\"",
                "\"tls\"|\"ssl\"",
                "\"errorRate\" : 0.|\"errorRate\" : 7.",
                "28u|28z",
            })
    void wrongValuesAreRejected(String found, String replaced) {
        String text = text(SampleReports.oneIllPrinter());
        assertThat(text).contains(found);

        assertThat(errors(text.replace(found, replaced))).isNotEmpty();
    }

    private static Report oneOf(PaneState state, PatternKind kind, Trace trace) {
        var base = SampleReports.withoutCamera("a", "a");
        return SampleReports.of(
                new PrinterReport(
                        "a",
                        "a",
                        "a",
                        base.connection(),
                        base.coverage(),
                        SampleReports.pane("a", trace, state, kind),
                        null,
                        List.of(),
                        List.of(),
                        List.of()));
    }

    static Trace twoCadences() {
        var first = SampleTraces.segment(SampleTraces.START, Duration.ofMillis(2500), "11.0");
        return new Trace(
                List.of(
                        first,
                        SampleTraces.segment(first.end(), Duration.ofSeconds(10), "100111")));
    }

    private String text(Report report) {
        return new String(json.write(report), StandardCharsets.UTF_8);
    }

    private static List<?> errors(String text) {
        return schema.validate(
                text,
                InputFormat.JSON,
                context -> context.executionConfig(config -> config.formatAssertionsEnabled(true)));
    }
}
