package dev.linkscope.ui.shell;

import dev.linkscope.engine.port.Preferences;
import dev.linkscope.engine.port.Preferences.WindowPlace;
import dev.linkscope.engine.port.SettingsStore.Settings;
import dev.linkscope.engine.port.Tray;
import dev.linkscope.ui.common.Direction;
import dev.linkscope.ui.common.Motion;
import dev.linkscope.ui.common.Shortcut;
import dev.linkscope.ui.common.ShortcutsCard;
import dev.linkscope.ui.common.TextSize;
import dev.linkscope.ui.desktop.Request;
import dev.linkscope.ui.preferences.Surroundings;
import java.nio.file.Path;
import java.util.Map;
import java.util.function.Consumer;
import javafx.application.Platform;
import javafx.geometry.Rectangle2D;
import javafx.scene.Scene;
import javafx.stage.Stage;
import javafx.util.Subscription;
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
    private Preferences stored;
    // What the toolkit keeps must not keep a closed window.
    private final Subscription systemTheme;
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
        Shortcut.install(scene, changing());
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
        TextSize.apply(scene, stored.textSize());
        Motion.apply(scene, stored.motion());
        Direction.apply(scene, window.tools().wording().messages());
        Shortcut.install(scene, everywhere());
        systemTheme =
                Platform.getPreferences()
                        .colorSchemeProperty()
                        .subscribe(() -> window.theme().apply());
    }

    private Map<Shortcut, Runnable> everywhere() {
        WindowTools tools = window.tools();
        WindowActions actions = window.actions();
        return Map.of(
                Shortcut.HELP,
                () -> ShortcutsCard.open(tools.overlay(), tools.wording()),
                Shortcut.REPORT,
                actions::exportShown,
                Shortcut.OPEN_REPORT,
                actions::openReport,
                Shortcut.SEARCH,
                window::search,
                Shortcut.TASKS,
                tools.tasks()::toggle,
                Shortcut.THEME,
                actions::toggleTheme,
                Shortcut.ALL_PRINTERS,
                window::showFarm,
                Shortcut.ONE_PRINTER,
                window::showPrinter,
                Shortcut.BACK,
                window::back);
    }

    private Map<Shortcut, Runnable> changing() {
        WindowActions actions = window.actions();
        return Map.of(
                Shortcut.ADD_PRINTER,
                actions::addPrinter,
                Shortcut.IMPORT_LIST,
                actions::importList,
                Shortcut.SETTINGS,
                actions::openSettings,
                Shortcut.ABOUT,
                actions::openAbout,
                // Fields take it for themselves while the cursor is in them.
                Shortcut.UNDO,
                window.tools().undo()::undo,
                Shortcut.TRY_AGAIN,
                actions::retrySelected);
    }

    /** Shows the window and follows the farm until the window is closed. */
    public void show(Stage stage) {
        stage.setTitle(window.tools().wording().text("bar.brand"));
        WindowIcon.on(stage);
        stage.setMinWidth(SMALLEST_WIDTH);
        stage.setMinHeight(SMALLEST_HEIGHT);
        stage.setScene(scene);
        if (services == null) {
            // Before the stage is hidden: whoever waits for that closes what is still needed.
            stage.setOnHiding(event -> stop());
            window.start();
        } else {
            var usual = new Rectangle2D(0, 0, WIDTH, HEIGHT);
            desktop =
                    new OnDesktop(
                            window,
                            services,
                            stored,
                            usual,
                            tray,
                            stage,
                            () -> {
                                systemTheme.unsubscribe();
                                onEnded.run();
                            });
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
        window.desks().papers().files().openWith(opener);
    }

    /** Takes the place of another window on its stage, and shows what that showed. */
    public void takeOver(Shell other, Stage stage) {
        WindowPlace place = other.leave();
        if (place != null) {
            stored = stored.withWindow(place);
        }
        show(stage);
    }

    private void stop() {
        systemTheme.unsubscribe();
        window.stop();
    }

    private @Nullable WindowPlace leave() {
        WindowPlace place = desktop == null ? null : desktop.leave();
        stop();
        return place;
    }

    /** From now on the settings tell of this computer, and change more than this window. */
    public void surround(Surroundings with) {
        window.desks().surround(with);
    }

    /** The content, for tests. */
    MainWindow window() {
        return window;
    }
}
