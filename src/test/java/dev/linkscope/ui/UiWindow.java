package dev.linkscope.ui;

import static org.assertj.core.api.Assertions.assertThat;

import dev.linkscope.engine.port.Tray;
import dev.linkscope.ui.shell.Shell;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.concurrent.Callable;
import javafx.scene.AccessibleAction;
import javafx.scene.Node;
import javafx.scene.control.Labeled;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.awaitility.Awaitility;
import org.awaitility.core.ConditionFactory;
import org.testfx.api.FxRobot;

/** The whole window on fakes, clicked and typed on the platform without a display. */
public final class UiWindow {
    /** The window looks for news once a second of this clock. */
    private static final int FASTER = 20;

    public final FakeServices fakes = new FakeServices();
    public final FxRobot robot = new FxRobot();
    public Shell shell;
    public Stage stage;

    /** The symbol in the desktop's bar. */
    public Tray tray = Tray.NONE;

    /** A window that is not open yet; its clock runs. */
    public UiWindow() {
        InstantSource running = InstantSource.system();
        Instant began = running.instant();
        fakes.clock =
                () ->
                        FakeSnapshots.NOW.plus(
                                Duration.between(began, running.instant()).multipliedBy(FASTER));
    }

    /** Opens it. */
    public void open() throws Exception {
        FxToolkit.onFx(() -> {
            stage = new Stage();
            shell = new Shell(fakes.services(), fakes.settings.load());
            shell.standIn(tray);
            shell.show(stage);
            // The screen of this platform has 1,000 pixels either way.
            stage.setX(0);
            stage.setY(0);
            stage.setWidth(990);
            stage.setHeight(940);
            // Else whoever is quick clicks where nothing is laid out yet.
            stage.getScene().getRoot().layout();
        });
        robot.targetWindow(stage);
    }

    /** Closes it. */
    public void close() throws Exception {
        if (stage != null) {
            FxToolkit.onFx(() -> stage.close());
        }
    }

    /** Presses a key together with Ctrl. */
    public void ctrl(KeyCode key) {
        robot.press(KeyCode.CONTROL, key).release(key, KeyCode.CONTROL);
    }

    /** Writes into a field, in place of what is there. */
    public void type(String query, String text) throws Exception {
        FxToolkit.onFx(() -> robot.lookup(query).<TextInputControl>query().setText(text));
    }

    /** Opens a tab of the printer's page, such as {@code history}. */
    public void tab(String name) throws Exception {
        await().until(() -> shown("#tabs-" + name));
        FxToolkit.onFx(() ->
                robot.lookup("#tabs-" + name)
                        .query()
                        .executeAccessibleAction(AccessibleAction.FIRE));
    }

    /** Whether anything of this is in sight. */
    public boolean shown(String query) {
        return seen(() -> robot.lookup(query).queryAll().stream().anyMatch(UiWindow::isShown));
    }

    // What changes its children meanwhile must not be walked through from another thread.
    private static boolean seen(Callable<Boolean> look) {
        try {
            return FxToolkit.onFx(look);
        } catch (Exception e) {
            throw new IllegalStateException("the window cannot be looked at", e);
        }
    }

    private static boolean isShown(Node node) {
        for (Node at = node; at != null; at = at.getParent()) {
            if (!at.isVisible()) {
                return false;
            }
        }
        return true;
    }

    /** Whether something with this id is in sight. */
    public boolean has(String id) {
        return seen(() ->
                robot.lookup(node -> id.equals(node.getId())).queryAll().stream()
                        .anyMatch(UiWindow::isShown));
    }

    /** Whether a text is in sight. */
    public boolean says(String part) {
        return seen(() ->
                robot.lookup(node -> node instanceof Labeled).queryAllAs(Labeled.class).stream()
                        .filter(UiWindow::isShown)
                        .anyMatch(label ->
                                label.getText() != null && label.getText().contains(part)));
    }

    /** Waits until a text is in sight. */
    public void awaitText(String part) {
        await().untilAsserted(() -> assertThat(says(part)).as(part).isTrue());
    }

    /** Waits for what the window does on threads of its own. */
    public static ConditionFactory await() {
        return Awaitility.await()
                .atMost(Duration.ofSeconds(20))
                .pollDelay(Duration.ZERO)
                .pollInterval(Duration.ofMillis(10));
    }
}
