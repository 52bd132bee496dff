package dev.linkscope.ui.preferences;

import static org.assertj.core.api.Assertions.assertThat;

import dev.linkscope.domain.Statement;
import dev.linkscope.domain.probe.TargetUrl;
import dev.linkscope.engine.port.Alerts;
import dev.linkscope.engine.port.Alerts.Attention;
import dev.linkscope.ui.FxToolkit;
import java.util.List;
import java.util.Map;
import javafx.scene.control.CheckBox;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;

/** How the user is told, set up in the settings. */
@ExtendWith(FxToolkit.class)
@Timeout(120)
class NoticeSectionTest {
    private final CardWindow window = new CardWindow();

    @AfterEach
    void close() throws Exception {
        window.close();
    }

    private Alerts alerts() {
        return window.now().alerts();
    }

    @Test
    void whatTheUserWantsIsStoredAndTheAddressOfTheWebhookIsNot() throws Exception {
        window.open(Section.NOTICES);
        window.robot.clickOn("#alerts-quiet");
        window.await(() -> alerts().quiet() != null);
        window.robot.clickOn("#alerts-hook");
        window.awaitText("#wrong-webhook", "Type the whole address");
        window.type("#hook-address", "nonsense");
        window.press(KeyCode.ENTER);
        window.awaitText("#wrong-webhook", "Type the whole address");
        assertThat(alerts().webhook()).isNull();
        window.type("#hook-address", "https://ntfy.sh/t0pic");
        window.press(KeyCode.ENTER);
        window.await(() -> alerts().webhook() != null);
        window.type("#alerts-command", "/bin/tell me");
        window.press(KeyCode.ENTER);
        window.await(() -> alerts().command().equals(List.of("/bin/tell", "me")));
        assertThat(alerts().webhook()).isEqualTo(new TargetUrl("https://ntfy.sh"));
        assertThat(window.channels.kept).containsExactly(new TargetUrl("https://ntfy.sh/t0pic"));
        assertThat(window.text("#wrong-webhook")).isEmpty();
    }

    @Test
    void halfAnAddressIsNotTaken() throws Exception {
        window.open(Section.NOTICES);
        window.robot.clickOn("#alerts-hook");
        window.type("#hook-address", "https://ntfy.sh/t");
        window.type("#hook-address", "https://ntfy.sh/topic");
        assertThat(window.channels.kept).isEmpty();
        window.focus("#alerts-desktop");
        window.await(() -> !window.channels.kept.isEmpty());
        assertThat(window.channels.kept).containsExactly(new TargetUrl("https://ntfy.sh/topic"));
        window.awaitToast("This computer has no keychain");
    }

    @Test
    void aWebhookThatIsSwitchedOffIsForgottenOnlyAtTheEnd() throws Exception {
        window.fakes.settings.save(
                window.now()
                        .withAlerts(
                                new Alerts(
                                        true,
                                        null,
                                        new TargetUrl("https://ntfy.sh"),
                                        List.of(),
                                        Map.of())));
        window.open(Section.NOTICES);
        window.robot.clickOn("#alerts-hook");
        window.await(() -> alerts().webhook() == null);
        assertThat(window.channels.forgotten).isZero();
        window.undo();
        window.await(() -> alerts().webhook() != null);
        assertThat(window.robot.lookup("#alerts-hook").queryAs(CheckBox.class).isSelected())
                .isTrue();
        window.robot.clickOn("#alerts-hook");
        window.await(() -> alerts().webhook() == null);
        window.robot.clickOn("#settings-close");
        window.await(() -> window.channels.forgotten == 1);
    }

    @Test
    void hoursThatAreNoneAreExplained() throws Exception {
        window.open(Section.NOTICES);
        window.robot.clickOn("#alerts-quiet");
        window.type("#quiet-from", "25:00");
        window.press(KeyCode.ENTER);
        window.awaitText("#wrong-quiet", "such as 22:00 and 7:00");
        window.type("#quiet-from", "21:30");
        window.press(KeyCode.ENTER);
        window.await(() -> alerts().quiet() != null && alerts().quiet().from().getHour() == 21);
        window.awaitText("#wrong-quiet", "");
    }

    @Test
    void eachWayCanBeTried() throws Exception {
        window.open(Section.NOTICES);
        window.robot.clickOn("#try-desktop");
        window.await(() -> window.text("#try-desktop-result").equals("It worked."));
        window.fire("#try-command");
        assertThat(window.text("#try-command-result")).startsWith("Type a program");
        window.channels.problem =
                Statement.of(
                        "notify.webhook.failed",
                        "https://ntfy.sh",
                        Statement.of("notify.webhook.why.status", 403));
        window.robot.clickOn("#alerts-hook");
        window.type("#hook-address", "https://ntfy.sh/t");
        window.fire("#try-webhook");
        window.await(() -> window.text("#try-webhook-result").contains("status 403"));
        assertThat(window.text("#try-webhook-result")).contains("Check the webhook's address");
        assertThat(window.channels.tried).hasSize(2);
        assertThat(window.channels.tried.getFirst().incident().id()).isEqualTo("test");
    }

    @Test
    void whoIsSilentCanBeWatchedAgain() throws Exception {
        window.fakes.settings.save(
                window.now()
                        .withAlerts(
                                new Alerts(
                                        true,
                                        null,
                                        null,
                                        List.of(),
                                        Map.of(CardWindow.PRINTER, new Attention(true, null)))));
        window.open(Section.NOTICES);
        assertThat(window.robot.lookup("Voron-06: planned off").tryQuery()).isPresent();
        window.fire(".watch-again");
        window.await(() -> !alerts().of(CardWindow.PRINTER).plannedOff());
    }
}
