package dev.linkscope.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.linkscope.i18n.Messages;
import java.nio.charset.StandardCharsets;
import java.time.ZoneOffset;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

class SlotCountTest {
    private static final Messages ENGLISH = Messages.in(Locale.ENGLISH, ZoneOffset.UTC);
    private final ReportJson json = new ReportJson(ENGLISH, "1", Redaction.byLooks());

    @Test
    void countsEveryTraceWithoutMakingASlot() {
        String report =
                "{'a':{'trace':{'states':'10o'}},'b':[{'segments':[{'states':'9000000x'}]}],"
                        + "'states':'x9','c':{'states':7}}";
        var node = JsonMapper.shared().readTree(report.replace('\'', '"'));
        assertThat(SlotCount.of(node)).isEqualTo(9_000_010);
    }

    @Test
    void aSmallReportOfManySlotsIsRefusedBeforeItTakesMemory() {
        String whole = new String(json.write(SampleReports.mixedFarm()), StandardCharsets.UTF_8);
        String piece =
                "{\"start\":\"2026-11-22T10:00:00Z\",\"cadenceSeconds\":1,\"states\":\"9999999o\"}";
        String bomb =
                whole.replaceFirst(
                        "\"trace\"\\s*:\\s*\\{",
                        "\"trace\":{\"segments\":[" + (piece + ",").repeat(10_000) + piece + "],");

        var refusal =
                catchThrowableOfType(
                        UnreadableReportException.class,
                        () -> json.read(bomb.getBytes(StandardCharsets.UTF_8)));

        assertThat(bomb).hasSizeLessThan(2_000_000);
        assertThat(refusal).isNotNull();
        assertThat(refusal.code()).isEqualTo("too_many_slots");
        assertThat(refusal.sentence()).contains("100,0").contains("memory");
    }
}
