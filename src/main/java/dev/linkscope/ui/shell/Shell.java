package dev.linkscope.ui.shell;

import dev.linkscope.engine.port.Preferences;
import dev.linkscope.engine.port.SettingsStore.Settings;
import dev.linkscope.engine.port.Tray;
import dev.linkscope.ui.common.Theme;
import dev.linkscope.ui.preferences.Surroundings;
import dev.linkscope.ui.desktop.Request;
import java.nio.file.Path;
import java.util.Map;
import java.util.function.Consumer;
import javafx.application.Platform;
import javafx.geometry.Rectangle2D;
import javafx.scene.Scene;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyCombination;
import javafx.stage.Stage;
import org.jspecify.annotations.Nullable;

/** Linkscope's window on a stage. */
public final class Shell {
    private static final double WIDTH = 1280;
    private static final double HEIGHT = 800;
    private static final double SMALLEST_WIDTH = 960;
    private static final double SMALLEST_HEIGHT = 620;

    private final MainWindow window;
    private final Scene scene;
    private final @Nullable Services services;
    private final Preferences stored;
    private Tray tray = Tray.NONE;
    private Runnable onEnded = () -> {};
    private @Nullable OnDesktop desktop;

    /**
     * A window that is not shown yet. Window's thread only, after {@code Platform.startup}.
     *
     * @param stored the settings, loaded by the caller since loading may block; their printers are
     *     watched from now on, unless the farm watches them already
     */
    public Shell(Services services, Settings stored) {
        this(new MainWindow(services, stored), services, stored.preferences());
        addChanges();
    }

    /**
     * The window of a report that was opened, in which nothing is measured.
     *
     * @param theme stored name of its theme
     */
    static Shell opened(OpenedContent content, String theme) {
        return new Shell(MainWindow.opened(content, theme), null, Preferences.USUAL);
    }

    private Shell(MainWindow window, @Nullable Services services, Preferences stored) {
        this.window = window;
        this.services = services;
        this.stored = stored;
        scene = new Scene(window.root(), WIDTH, HEIGHT);
        Theme.dress(scene);
        window.theme().apply();
        addShortcuts();
        Platform.getPreferences().colorSchemeProperty().subscribe(() -> window.theme().apply());
    }

    private void addChanges() {
        WindowActions actions = window.actions();
        Map<KeyCombination, Runnable> shortcuts = scene.getAccelerators();
        shortcuts.put(shortcut(KeyCode.N), actions::addPrinter);
        shortcuts.put(shortcut(KeyCode.COMMA), actions::openSettings);
        // Fields take it for themselves while the cursor is in them.
        shortcuts.put(shortcut(KeyCode.Z), window::undo);
        shortcuts.put(shortcut(KeyCode.I), actions::importList);
        shortcuts.put(new KeyCodeCombination(KeyCode.F5), actions::retrySelected);
    }

    private void addShortcuts() {
        WindowActions actions = window.actions();
        Map<KeyCombination, Runnable> shortcuts = scene.getAccelerators();
        shortcuts.put(shortcut(KeyCode.E), actions::exportShown);
        shortcuts.put(shortcut(KeyCode.O), actions::openReport);
        shortcuts.put(shortcut(KeyCode.F), window::search);
        shortcuts.put(shortcut(KeyCode.J), window::toggleTasks);
        shortcuts.put(shortcut(KeyCode.D), actions::toggleTheme);
        shortcuts.put(shortcut(KeyCode.DIGIT1), window::showFarm);
        shortcuts.put(shortcut(KeyCode.DIGIT2), window::showPrinter);
        shortcuts.put(new KeyCodeCombination(KeyCode.ESCAPE), window::back);
    }

    private static KeyCombination shortcut(KeyCode key) {
        return new KeyCodeCombination(key, KeyCombination.SHORTCUT_DOWN);
    }

    /** Shows the window and follows the farm until the window is closed. */
    public void show(Stage stage) {
        stage.setTitle(window.wording().text("bar.brand"));
        stage.setMinWidth(SMALLEST_WIDTH);
        stage.setMinHeight(SMALLEST_HEIGHT);
        stage.setScene(scene);
        if (services == null) {
            // Before the stage is hidden: whoever waits for that closes what is still needed.
            stage.setOnHiding(event -> window.stop());
            window.start();
        } else {
            var usual = new Rectangle2D(0, 0, WIDTH, HEIGHT);
            desktop = new OnDesktop(window, services, stored, usual, tray, stage, onEnded);
            window.start();
            desktop.restore();
        }
        stage.show();
    }

    /** From now on this is the window's symbol in the desktop's bar; before it is shown. */
    public void standIn(Tray symbol) {
        tray = symbol;
    }

    /** From now on this is told when the window is gone for good; before it is shown. */
    public void onEnded(Runnable told) {
        onEnded = told;
    }

    /** Does what a second start of the program asks for; on the window's thread, once shown. */
    public void take(Request request) {
        if (desktop != null) {
            desktop.take(request);
        }
    }

    /**
     * From now on this opens reports that are dropped onto the window or chosen.
     *
     * @param opener called on the window's thread; must return at once
     */
    public void openReportsWith(Consumer<Path> opener) {
        window.papers().files().openWith(opener);
    }

    /** Takes the place of another window on its stage, and shows what that showed. */
    public void takeOver(Shell other, Stage stage) {
        other.window.stop();
        window.goTo(other.window);
        show(stage);
    }

    /** From now on the settings tell of this computer, and change more than this window. */
    public void surround(Surroundings with) {
        window.settings().surround(with);
    }

    /** The content, for tests. */
    MainWindow window() {
        return window;
    }
}
