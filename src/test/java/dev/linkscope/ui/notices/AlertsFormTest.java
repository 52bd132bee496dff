package dev.linkscope.ui.notices;

import static org.assertj.core.api.Assertions.assertThat;

import dev.linkscope.domain.probe.TargetUrl;
import dev.linkscope.engine.port.Alerts;
import dev.linkscope.engine.port.Alerts.Attention;
import dev.linkscope.engine.port.Alerts.QuietHours;
import java.time.LocalTime;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class AlertsFormTest {
    private static final Alerts KNOWN =
            new Alerts(
                    true,
                    new QuietHours(LocalTime.of(22, 0), LocalTime.of(6, 30)),
                    new TargetUrl("https://ntfy.sh"),
                    List.of("/bin/tell", "a b"),
                    Map.of(FakeIncidents.id("one"), new Attention(true, null)));

    @Test
    void changesNothingThatTheUserLeaves() {
        AlertsForm form = AlertsForm.of(KNOWN);
        assertThat(form.problems(KNOWN.webhook())).isEmpty();
        assertThat(form.applied(KNOWN, KNOWN.webhook())).isEqualTo(KNOWN);
        assertThat(AlertsForm.of(Alerts.USUAL).applied(Alerts.USUAL, null)).isEqualTo(Alerts.USUAL);
    }

    @Test
    void theSettingsGetNoMoreThanWhereTheWebhookLeads() {
        var form =
                new AlertsForm(
                        false, false, "", "", true, " https://u:pw@hook.example:8443/s3cret ", "");
        assertThat(form.problems(null)).isEmpty();
        Alerts applied = form.applied(KNOWN, KNOWN.webhook());
        assertThat(applied.webhook()).isEqualTo(new TargetUrl("https://hook.example:8443"));
        assertThat(applied.toString()).doesNotContain("s3cret").doesNotContain("pw");
        assertThat(applied.quiet()).isNull();
        assertThat(applied.attention()).isEqualTo(KNOWN.attention());
    }

    @Test
    void saysWhatCannotBeUsed() {
        assertThat(new AlertsForm(true, true, "25:00", "7:00", false, "", "").problems(null))
                .containsExactly(AlertsForm.Problem.TIME);
        assertThat(new AlertsForm(true, true, "7:05", "22:00", false, "", "").problems(null))
                .isEmpty();
        assertThat(new AlertsForm(true, false, "", "", true, "", "").problems(null))
                .containsExactly(AlertsForm.Problem.ADDRESS);
        for (String bad :
                List.of("ntfy.sh/topic", "file:///etc/passwd", "https://", "https:// a")) {
            assertThat(new AlertsForm(true, false, "", "", true, bad, "").problems(null))
                    .as(bad)
                    .containsExactly(AlertsForm.Problem.ADDRESS);
        }
        assertThat(new AlertsForm(true, false, "", "", false, "", "\"x").problems(null))
                .containsExactly(AlertsForm.Problem.COMMAND);
    }
}
