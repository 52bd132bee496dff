package dev.linkscope.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.networknt.schema.InputFormat;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import dev.linkscope.domain.report.PrinterDetails;
import dev.linkscope.domain.report.PrinterReport;
import dev.linkscope.domain.report.RedactionLevel;
import dev.linkscope.domain.report.Report;
import dev.linkscope.domain.report.ReportScope;
import dev.linkscope.i18n.Messages;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** What was added to the contract is written, read again, and absent in older reports. */
class DetailsJsonTest {
    private static final Messages ENGLISH = Messages.in(Locale.ENGLISH, ZoneOffset.UTC);
    private static final JsonMapper MAPPER = JsonMapper.shared();
    private static final ReportScope CHOSEN =
            new ReportScope(
                    Instant.parse("2026-11-22T07:00:00Z"),
                    Instant.parse("2026-11-22T09:00:00.25Z"),
                    RedactionLevel.SUPPORT,
                    "The router was changed.\nThen the light went out.");

    private final ReportJson json = new ReportJson(ENGLISH, "1.2.3", Redaction.byLooks());
    private final StatementJson statements = new StatementJson(new Wording(ENGLISH));

    private static PrinterReport detailed() {
        return SampleFixes.printer().withDetails(FullDetails.full());
    }

    private ObjectNode written(PrinterReport printer) {
        ObjectNode node = MAPPER.createObjectNode();
        new PrinterJson(statements, new FixTitles(ENGLISH)).put(node, printer);
        return node;
    }

    private PrinterReport read(ObjectNode node) {
        return new PrinterParser(statements).read(new Fields(node, ""));
    }

    @Test
    void detailsComeBackAsTheyWere() {
        ObjectNode first = written(detailed());
        PrinterReport back = read(first);

        assertThat(back.details()).isEqualTo(FullDetails.full());
        assertThat(written(back)).isEqualTo(first);
    }

    @Test
    void anOlderPrinterHasNoDetails() {
        ObjectNode older = written(detailed());
        older.remove("details");

        assertThat(read(older).details()).isEqualTo(PrinterDetails.NONE);
    }

    @ParameterizedTest
    @CsvSource({
        "/details/chain/1/counts,failed,999,details.chain[1].counts.failed",
        "/details/chain/1,health,\"fine\",details.chain[1].health",
        "/details/past/0/events/0,kind,\"flood\",details.past[0].events[0].kind",
        "/details/notes/0,at,\"noon\",details.notes[0].at",
    })
    void namesThePlaceOfDamage(String parent, String name, String value, String place) {
        ObjectNode node = written(detailed());
        ((ObjectNode) node.at(parent)).set(name, MAPPER.readTree(value));

        assertThatThrownBy(() -> read(node))
                .isInstanceOf(Fields.WrongFieldException.class)
                .hasMessage(place);
    }

    @Test
    void detailsAndScopeFollowTheSchema() throws Exception {
        var report = (ObjectNode) MAPPER.readTree(json.write(scoped(CHOSEN)));
        ((ArrayNode) report.get("printers")).set(0, written(detailed()));

        assertThat(errors(report.toString())).isEmpty();
        ((ObjectNode) report.at("/printers/0/details/chain/0")).put("layer", "cloud");
        assertThat(errors(report.toString())).isNotEmpty();
    }

    @Test
    void theScopeComesBack() throws Exception {
        byte[] first = json.write(scoped(CHOSEN));

        Report back = json.read(first);

        assertThat(back.scope()).isEqualTo(CHOSEN);
        assertThat(json.write(back)).isEqualTo(first);
        assertThat(MAPPER.readTree(first).at("/scope/from").stringValue())
                .isEqualTo("2026-11-22T07:00:00Z");
    }

    @ParameterizedTest
    @EnumSource(RedactionLevel.class)
    void theLevelComesBackAndIsValid(RedactionLevel level) throws Exception {
        byte[] written = json.write(scoped(new ReportScope(null, null, level, null)));

        assertThat(json.read(written).scope().level()).isEqualTo(level);
        assertThat(errors(new String(written, StandardCharsets.UTF_8))).isEmpty();
        assertThat(MAPPER.readTree(written).at("/redaction/level").stringValue())
                .isEqualTo(level.wireName());
    }

    @Test
    void whatWasTakenOutCountsWhateverWasAsked() throws Exception {
        var report =
                (ObjectNode)
                        MAPPER.readTree(
                                json.write(
                                        scoped(
                                                new ReportScope(
                                                        null, null, RedactionLevel.MINE, null))));
        ((ObjectNode) report.get("redaction")).put("level", "public");

        assertThat(json.read(bytes(report)).scope().level()).isEqualTo(RedactionLevel.PUBLIC);
    }

    @Test
    void anOlderReportWasForSupport() throws Exception {
        var report = (ObjectNode) MAPPER.readTree(json.write(scoped(CHOSEN)));
        report.remove("scope");
        ((ObjectNode) report.get("redaction")).remove("values");

        assertThat(json.read(bytes(report)).scope()).isEqualTo(ReportScope.USUAL);
        assertThat(errors(report.toString())).isEmpty();
    }

    @Test
    void anUnknownLevelIsDamage() {
        var report = (ObjectNode) MAPPER.readTree(json.write(scoped(CHOSEN)));
        ((ObjectNode) report.get("scope")).put("level", "secret");

        assertThatThrownBy(() -> json.read(bytes(report)))
                .isInstanceOf(UnreadableReportException.class)
                .hasMessageContaining("scope.level");
    }

    @Test
    void theLevelOnlyRises() {
        for (RedactionLevel one : RedactionLevel.values()) {
            for (RedactionLevel other : RedactionLevel.values()) {
                assertThat(one.stricter(other))
                        .isEqualTo(
                                RedactionLevel.values()[Math.max(one.ordinal(), other.ordinal())]);
            }
        }
    }

    private static Report scoped(ReportScope scope) {
        return SampleReports.of(SampleFixes.printer()).withScope(scope);
    }

    private static byte[] bytes(ObjectNode node) {
        return node.toString().getBytes(StandardCharsets.UTF_8);
    }

    private static List<?> errors(String text) throws Exception {
        return SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                .getSchema(
                        Files.readString(Path.of("src/docs/report.schema.json")), InputFormat.JSON)
                .validate(
                        text,
                        InputFormat.JSON,
                        context ->
                                context.executionConfig(
                                        config -> config.formatAssertionsEnabled(true)));
    }
}
