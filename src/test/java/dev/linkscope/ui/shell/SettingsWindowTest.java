package dev.linkscope.ui.shell;

import static org.assertj.core.api.Assertions.assertThat;

import dev.linkscope.domain.printer.Printer;
import dev.linkscope.ui.FakeSnapshots;
import dev.linkscope.ui.FxToolkit;
import dev.linkscope.ui.UiWindow;
import dev.linkscope.ui.common.TextSize;
import java.time.Duration;
import java.util.List;
import javafx.scene.control.RadioButton;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;

/** The ways to the settings, and what they change in the window. */
@ExtendWith(FxToolkit.class)
@Timeout(120)
class SettingsWindowTest {
    private static final Printer PRINTER = FakeSnapshots.printer("Prusa-07");

    private final UiWindow window = new UiWindow();

    @AfterEach
    void close() throws Exception {
        window.close();
    }

    private void open() throws Exception {
        window.fakes.farm.put(FakeSnapshots.bursts(PRINTER, 7));
        window.fakes.settings.save(window.fakes.settings.load().withPrinters(List.of(PRINTER)));
        window.open();
    }

    @Test
    void openByKeysAndTheTextGrows() throws Exception {
        open();
        window.ctrl(KeyCode.COMMA);
        UiWindow.await().until(() -> window.has("settings"));
        FxToolkit.onFx(() -> window.robot.lookup("#pref-text_size").query().requestFocus());
        window.robot.push(KeyCode.END);
        UiWindow.await()
                .until(() ->
                        FxToolkit.onFx(() ->
                                TextSize.factor(window.shell.window().root())
                                                .getValue()
                                                .doubleValue()
                                        == 2));
        UiWindow.await().until(() -> window.fakes.settings.load().preferences().textSize() == 2);
        window.robot.push(KeyCode.ESCAPE);
        UiWindow.await().until(() -> !window.has("settings"));
    }

    @Test
    void theKeyForTheThemeShowsInTheSettings() throws Exception {
        open();
        window.robot.clickOn("#settings-button");
        UiWindow.await().until(() -> window.has("settings"));
        window.ctrl(KeyCode.D);
        UiWindow.await().until(() -> window.fakes.settings.load().theme().equals("dark"));
        UiWindow.await()
                .until(() ->
                        window.robot
                                .lookup("#pref-theme-dark")
                                .queryAs(RadioButton.class)
                                .isSelected());
        window.robot.clickOn("#pref-theme-light");
        UiWindow.await().until(() -> window.fakes.settings.load().theme().equals("light"));
        UiWindow.await().until(() -> !FxToolkit.onFx(() -> window.shell.window().theme().isDark()));
        window.robot.clickOn("#settings-close");
        UiWindow.await().until(() -> !window.has("settings"));
    }

    @Test
    void theBellLeadsToTheNotifications() throws Exception {
        open();
        window.robot.clickOn("#bell");
        window.robot.clickOn("#notices-how");
        UiWindow.await().until(() -> window.has("row-notices-desktop"));
    }

    @Test
    void theCadenceOfAllPrintersIsMeasuredAndRemembered() throws Exception {
        open();
        window.ctrl(KeyCode.COMMA);
        UiWindow.await().until(() -> window.has("settings"));
        window.robot.clickOn("#section-MEASURING");
        UiWindow.await().until(() -> window.has("row-cadence"));
        window.type("#pref-cadence", "30");
        UiWindow.await()
                .until(() ->
                        window.fakes.settings.load().preferences().cadence().toSeconds() == 30);
        window.robot.clickOn("#cadence-everywhere");
        UiWindow.await()
                .untilAsserted(() ->
                        assertThat(window.fakes.farm.calls()).contains("remeasure Prusa-07 PT30S"));
        UiWindow.await()
                .until(() ->
                        window.fakes
                                .settings
                                .load()
                                .printers()
                                .getFirst()
                                .cadence()
                                .equals(Duration.ofSeconds(30)));
    }
}
