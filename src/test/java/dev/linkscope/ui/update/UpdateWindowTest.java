package dev.linkscope.ui.update;

import static org.assertj.core.api.Assertions.assertThat;

import dev.linkscope.domain.Statement;
import dev.linkscope.domain.printer.Printer;
import dev.linkscope.engine.port.Updates.Answer;
import dev.linkscope.ui.FakeSnapshots;
import dev.linkscope.ui.FakeUpdates;
import dev.linkscope.ui.FxToolkit;
import dev.linkscope.ui.UiWindow;
import dev.linkscope.ui.preferences.Surroundings;
import dev.linkscope.ui.preferences.ThisComputer;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.input.Clipboard;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;

/** Updates in the window: the card, the settings, and the word at the lower edge. */
@ExtendWith(FxToolkit.class)
@Timeout(120)
class UpdateWindowTest {
    private static final Printer PRINTER = FakeSnapshots.printer("Prusa-07");

    private final UiWindow window = new UiWindow();
    private final FakeUpdates updates = new FakeUpdates();

    @AfterEach
    void close() throws Exception {
        updates.held.countDown();
        window.close();
    }

    private void open() throws Exception {
        window.fakes.farm.put(FakeSnapshots.bursts(PRINTER, 7));
        window.fakes.settings.save(window.fakes.settings.load().withPrinters(List.of(PRINTER)));
        window.open();
        FxToolkit.onFx(() ->
                window.shell.surround(
                        new Surroundings(
                                new ThisComputer(
                                        "0.1.0",
                                        Path.of("/home/me/settings.json"),
                                        Path.of("/home/me/logs"),
                                        null,
                                        true,
                                        ThisComputer.Links.UNKNOWN),
                                List.of(Locale.ENGLISH),
                                tag -> {},
                                updates)));
    }

    private void about() {
        window.robot.push(KeyCode.SHIFT, KeyCode.F1);
        UiWindow.await().until(() -> window.has("about"));
    }

    private void fire(String id) throws Exception {
        UiWindow.await().until(() -> window.has(id.substring(1)));
        FxToolkit.onFx(() -> window.robot.lookup(id).<ButtonBase>query().fire());
    }

    private String text(String id) throws Exception {
        return FxToolkit.onFx(() -> window.robot.lookup(id).queryAs(Label.class).getText());
    }

    private static String copied() throws Exception {
        return FxToolkit.onFx(() -> Clipboard.getSystemClipboard().getString());
    }

    @Test
    void lookingTellsWhatIsNewAndTheChecksumIsCopied() throws Exception {
        open();
        assertThat(window.has("update-line")).isFalse();
        about();
        assertThat(text("#update-state")).isEqualTo("Linkscope has not looked for updates yet.");
        assertThat(updates.asked).isEmpty();

        updates.held = new CountDownLatch(1);
        fire("#update-look");
        window.awaitText("Asking https://example.org …");
        assertThat(FxToolkit.onFx(() -> window.robot.lookup("#update-look").query().isDisabled()))
                .isTrue();
        updates.held.countDown();
        window.awaitText("Linkscope 0.2.0 came out on Nov 19, 2026. This is 0.1.0.");
        assertThat(text("#update-checksum"))
                .isEqualTo("9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08");
        fire("#update-copy");
        UiWindow.await().until(() -> text("#update-note").equals("Copied."));
        assertThat(copied()).isEqualTo(text("#update-checksum"));

        window.robot.push(KeyCode.ESCAPE);
        UiWindow.await().until(() -> !window.has("about"));
        window.awaitText("Linkscope 0.2.0 is out");
        fire("#update-line");
        UiWindow.await().until(() -> window.has("release"));
        assertThat(updates.asked).hasSize(1);
    }

    @Test
    void whatTheProgramIsCanBeCopied() throws Exception {
        open();
        about();
        fire("#about-copy");
        assertThat(copied())
                .contains(
                        "Version: 0.1.0",
                        "Runs on: Java " + Runtime.version(),
                        "Settings: /home/me/settings.json",
                        "Log files: /home/me/logs");
        window.robot.push(KeyCode.ENTER);
    }

    @Test
    void whatIsNotGenuineIsAWarningAndNamesNothing() throws Exception {
        updates.answer = new Answer.NotGenuine("https://example.org");
        open();
        about();
        fire("#update-look");
        window.awaitText("was not signed by the makers of Linkscope");
        assertThat(window.has("release")).isFalse();
        assertThat(text("#update-next")).contains("Download nothing");
        window.robot.push(KeyCode.ESCAPE);
        window.awaitText("Update not genuine");
    }

    @Test
    void aReasonHasItsNextStep() throws Exception {
        updates.answer = new Answer.CannotTell(Statement.of("update.why.name", "example.org"));
        open();
        about();
        fire("#update-look");
        window.awaitText("The name example.org was not found.");
        assertThat(text("#update-next")).contains("on the internet");
        assertThat(window.has("update-line")).isFalse();
    }

    @Test
    void aBuildWithoutAPlaceSaysSo() throws Exception {
        updates.place = Optional.empty();
        open();
        about();
        assertThat(text("#update-state"))
                .isEqualTo("This build of Linkscope knows no place to ask for updates.");
        assertThat(FxToolkit.onFx(() -> window.robot.lookup("#update-look").query().isDisabled()))
                .isTrue();
        window.robot.push(KeyCode.ESCAPE);
        UiWindow.await().until(() -> !window.has("about"));
        settings();
        assertThat(FxToolkit.onFx(() -> window.robot.lookup("#pref-updates").query().isDisabled()))
                .isTrue();
        assertThat(window.has("no-updates")).isTrue();
    }

    private void settings() {
        window.ctrl(KeyCode.COMMA);
        UiWindow.await().until(() -> window.has("settings"));
        window.robot.clickOn("#section-ABOUT");
        UiWindow.await().until(() -> window.has("row-updates"));
    }

    @Test
    void lookingByItselfIsOffUntilItIsSwitchedOn() throws Exception {
        open();
        settings();
        assertThat(
                        FxToolkit.onFx(() ->
                                window.robot
                                        .lookup("#pref-updates")
                                        .queryAs(CheckBox.class)
                                        .isSelected()))
                .isFalse();
        fire("#pref-updates");
        UiWindow.await().until(() -> window.fakes.settings.load().preferences().updates().weekly());
        // A minute of the window's clock later.
        UiWindow.await().until(() -> updates.asked.size() == 1);
        window.awaitText("Linkscope 0.2.0 came out on Nov 19, 2026. This is 0.1.0.");
        fire("#pref-updates");
        UiWindow.await()
                .until(() -> {
                    var choice = window.fakes.settings.load().preferences().updates();
                    return !choice.weekly() && choice.newest().equals("0.2.0");
                });
    }
}
