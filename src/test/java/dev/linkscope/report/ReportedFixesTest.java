package dev.linkscope.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import dev.linkscope.domain.fix.EntryState;
import dev.linkscope.domain.fix.LedgerEntry;
import dev.linkscope.domain.fix.Trial;
import dev.linkscope.domain.fix.TrialState;
import dev.linkscope.domain.report.PrinterReport;
import dev.linkscope.domain.report.Report;
import dev.linkscope.domain.report.ReportedFix;
import dev.linkscope.i18n.Messages;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** What was tried, in the report as JSON. */
class ReportedFixesTest {
    private static final Locale WITH_WORDS =
            new Locale.Builder().setLocale(Locale.US).setVariant("FIXTEST").build();
    private static final Messages WORDS = Messages.in(WITH_WORDS, ZoneOffset.UTC);

    private final ReportJson json = new ReportJson(WORDS, "1", Redaction.byLooks());

    @Test
    void followsTheContract() {
        JsonNode printer = tree(SampleFixes.tried()).at("/printers/0");

        assertThat(printer.at("/fixes").size()).isEqualTo(2);
        JsonNode fix = printer.at("/fixes/0");
        assertThat(fix.at("/id").stringValue()).isEqualTo("case-1");
        assertThat(fix.at("/cause").stringValue()).isEqualTo("wifi.weak");
        assertThat(fix.at("/plan").stringValue()).isEqualTo("sample_wifi");
        assertThat(fix.at("/title").stringValue()).isEqualTo("Better Wi-Fi for Prusa-07");
        assertThat(fix.at("/state").stringValue()).isEqualTo("open");
        assertThat(fix.at("/remindAt").isNull()).isTrue();
        assertThat(fix.at("/steps/1/title").stringValue()).startsWith("Bring Prusa-07 and");
        assertThat(fix.at("/steps/1/changedAt").stringValue()).isEqualTo("2026-11-22T08:12:00Z");
        assertThat(fix.at("/steps/1/result").stringValue()).isEqualTo("confirmed");
        assertThat(fix.at("/steps/1/away").size()).isEqualTo(2);
        assertThat(fix.at("/ledger/0/action/args/mode").stringValue()).isEqualTo("off");
        assertThat(fix.at("/ledger/0/changes/1/before").isNull()).isTrue();
        assertThat(fix.at("/ledger/0/changes/1/after").stringValue())
                .isEqualTo("wifi.powersave = 2");
        assertThat(fix.at("/ledger/0/said/0/text").stringValue())
                .isEqualTo("It stays off after a restart.");
        assertThat(fix.at("/ledger/1/action").isNull()).isTrue();
        assertThat(fix.at("/ledger/2/state").stringValue()).isEqualTo("interrupted");
    }

    @Test
    void countsWhatTheTraceShowsBeforeAndSince() {
        PrinterReport printer = SampleFixes.printer();
        JsonNode steps = tree(SampleReports.of(printer)).at("/printers/0/fixes/0/steps");

        assertThat(steps.at("/0/before/measured").intValue()).isEqualTo(180);
        assertThat(steps.at("/0/before/failed").intValue())
                .isEqualTo(
                        (int)
                                printer.server()
                                        .trace()
                                        .slots()
                                        .limit(180)
                                        .filter(slot -> slot.failed())
                                        .count());
        // Until the next change, and until it was undone.
        assertThat(steps.at("/0/after/measured").intValue()).isEqualTo(240);
        assertThat(steps.at("/1/after/measured").intValue()).isBetween(150, 180);

        JsonNode unmeasured =
                tree(SampleReports.of(
                                SampleReports.unreachable("x", "Ender").withFixes(printer.fixes())))
                        .at("/printers/0/fixes/0/steps/0");
        assertThat(unmeasured.at("/before").isNull()).isTrue();
        assertThat(unmeasured.at("/after").isNull()).isTrue();
    }

    @Test
    void comesBackWithoutNamesAndWhatOnlyUndoingNeeds() throws Exception {
        Report report = SampleFixes.tried();
        byte[] first = json.write(report);

        List<ReportedFix> back = json.read(first).printers().getFirst().fixes();

        List<ReportedFix> written = report.printers().getFirst().fixes();
        assertThat(back).hasSameSizeAs(written);
        for (int i = 0; i < back.size(); i++) {
            assertThat(back.get(i).fixCase()).isEqualTo(written.get(i).fixCase());
            assertThat(back.get(i).entries())
                    .isEqualTo(
                            written.get(i).entries().stream()
                                    .map(ReportedFixesTest::nameless)
                                    .toList());
        }
        assertThat(new String(json.write(json.read(first)), StandardCharsets.UTF_8))
                .isEqualTo(new String(first, StandardCharsets.UTF_8))
                .doesNotContain("anna", "boris", "{\\\"whole");
    }

    private static LedgerEntry nameless(LedgerEntry entry) {
        return new LedgerEntry(
                entry.id(),
                entry.fixCase(),
                entry.printer(),
                entry.step(),
                entry.action(),
                entry.who().equals("boris") ? "2" : "1",
                entry.begun(),
                entry.ended(),
                entry.state(),
                entry.changes(),
                null,
                entry.said());
    }

    @Test
    void isInTheSchema() throws Exception {
        assertThat(errors(text(SampleFixes.tried()))).isEmpty();
    }

    @ParameterizedTest
    @EnumSource(TrialState.class)
    void everyResultIsInTheSchemaAndComesBack(TrialState state) throws Exception {
        ReportedFix fix = SampleFixes.stream();
        Trial trial = fix.fixCase().trials().getFirst();
        var changed =
                new ReportedFix(
                        SampleFixes.fixCase(
                                "c",
                                "p",
                                fix.fixCase().pane(),
                                fix.fixCase().state(),
                                new Trial(
                                        "s",
                                        trial.baseline(),
                                        trial.changedAt(),
                                        trial.away(),
                                        null,
                                        state,
                                        null)),
                        List.of());
        Report report = SampleReports.of(SampleFixes.printer().withFixes(List.of(changed)));

        assertThat(errors(text(report))).isEmpty();
        assertThat(json.read(json.write(report)).printers().getFirst().fixes())
                .containsExactly(changed);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "\"result\" : \"not_fixed\"|\"result\" : \"fixed\"|fixes[0].steps[0].result",
                "\"state\" : \"open\"|\"state\" : \"ajar\"|fixes[0].state",
                "\"state\" : \"interrupted\"|\"state\" : \"odd\"|fixes[0].ledger[2].state",
                "\"mode\" : \"off\"|\"mode\" : 7|fixes[0].ledger[0].action.args.mode",
                "\"who\" : \"2\"|\"who\" : null|fixes[0].ledger[2].who",
                "\"place\"|\"plaice\"|fixes[0].ledger[0].changes[0].place",
                "\"pane\" : \"webcam\"|\"pane\" : \"audio\"|fixes[1].pane",
            })
    void damageIsNamedAndAgainstTheSchema(String found, String replaced, String place)
            throws Exception {
        String text = text(SampleFixes.tried());
        assertThat(text).contains(found);
        String broken = text.replace(found, replaced);

        assertThat(errors(broken)).isNotEmpty();
        assertThatThrownBy(() -> json.read(broken.getBytes(StandardCharsets.UTF_8)))
                .isInstanceOf(UnreadableReportException.class)
                .hasMessageContaining("printers[0]." + place);
    }

    @Test
    void aSpanThatEndsBeforeItBeginsIsDamage() {
        String text = text(SampleFixes.tried());
        String broken =
                text.replaceFirst(
                        "\"baseline\" : \\{\\s+\"from\" : \"2026",
                        "\"baseline\" : {\"from\" : \"2036");
        assertThat(broken).isNotEqualTo(text);

        assertThatThrownBy(() -> json.read(broken.getBytes(StandardCharsets.UTF_8)))
                .isInstanceOf(UnreadableReportException.class)
                .hasMessageContaining("baseline.to");
    }

    @Test
    void anOlderReportStillReads() throws Exception {
        var report = (ObjectNode) tree(SampleFixes.tried());
        ((ObjectNode) report.at("/printers/0")).remove("fixes");

        Report back = json.read(report.toString().getBytes(StandardCharsets.UTF_8));

        assertThat(back.printers().getFirst().fixes()).isEmpty();
        assertThat(back.printers().getFirst().findings()).isNotEmpty();
    }

    @Test
    void everyStandingHasWords() {
        for (TrialState state : TrialState.values()) {
            assertThat(WORDS.has("report.pdf.fix.trial." + state.wireName())).isTrue();
        }
        for (EntryState state : EntryState.values()) {
            assertThat(WORDS.has("report.pdf.fix.entry." + state.wireName())).isTrue();
        }
    }

    private JsonNode tree(Report report) {
        return JsonMapper.shared().readTree(json.write(report));
    }

    private String text(Report report) {
        return new String(json.write(report), StandardCharsets.UTF_8);
    }

    private static List<?> errors(String text) throws Exception {
        Schema schema =
                SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                        .getSchema(
                                Files.readString(Path.of("src/docs/report.schema.json")),
                                InputFormat.JSON);
        return schema.validate(
                text,
                InputFormat.JSON,
                context -> context.executionConfig(config -> config.formatAssertionsEnabled(true)));
    }
}
