package dev.linkscope.launch;

import dev.linkscope.engine.port.SettingsStore;
import dev.linkscope.engine.port.SettingsStore.Settings;
import dev.linkscope.engine.port.Tray;
import dev.linkscope.i18n.Language;
import dev.linkscope.i18n.Languages;
import dev.linkscope.ui.common.Background;
import dev.linkscope.ui.common.FxExecutor;
import dev.linkscope.ui.preferences.Surroundings;
import dev.linkscope.ui.preferences.ThisComputer;
import dev.linkscope.ui.shell.Services;
import dev.linkscope.ui.shell.Shell;
import java.util.Locale;
import javafx.stage.Stage;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The window on its stage. In another language it is made anew; what it shows goes on. */
final class ShownWindow {
    private static final Logger LOG = LoggerFactory.getLogger(ShownWindow.class);

    private final WindowParts parts;
    private final SettingsStore settings;
    private final Languages languages;
    private final Locale own;
    private final Stage stage;
    private final Runnable onEnded;
    private final Tray tray = DesktopTray.ofThisDesktop();
    private final Background background = new Background(FxExecutor.FX);
    private @Nullable Shell shell;

    /** What a window in another language is made of. */
    private record Spoken(Services services, Settings stored) {}

    /**
     * A window that is not shown yet. Window's thread only.
     *
     * @param languages that the program can speak
     * @param own the language of this computer
     * @param onEnded told when the window is gone for good
     */
    ShownWindow(
            WindowParts parts,
            SettingsStore settings,
            Languages languages,
            Locale own,
            Stage stage,
            Runnable onEnded) {
        this.parts = parts;
        this.settings = settings;
        this.languages = languages;
        this.own = own;
        this.stage = stage;
        this.onEnded = onEnded;
    }

    /**
     * Shows it.
     *
     * @param services made by the caller, as that takes a while
     * @param instance hears what second starts ask for; null where there is none
     */
    void show(Services services, Settings stored, @Nullable SingleInstance instance) {
        Shell first = dressed(services, stored);
        first.show(stage);
        shell = first;
        if (instance != null) {
            instance.serve(request ->
                    FxExecutor.FX.execute(() -> {
                        Shell now = shell;
                        if (now != null) {
                            now.take(request);
                        }
                    }));
        }
    }

    private Shell dressed(Services services, Settings stored) {
        var made = new Shell(services, stored);
        made.openReportsWith(parts.reports());
        made.surround(
                new Surroundings(
                        new ThisComputer(
                                Version.number(),
                                parts.folder().settings(),
                                parts.folder().logs(),
                                parts.historyFile(),
                                tray.isShown(),
                                ThisComputer.Links.UNKNOWN),
                        languages.available().stream().map(Language::locale).toList(),
                        this::speak,
                        parts.updates()));
        made.standIn(tray);
        made.onEnded(onEnded);
        return made;
    }

    private void speak(String tag) {
        background.start(
                "language",
                () -> {
                    Locale locale = Languages.chosen(tag, own);
                    parts.speak(languages.messages(locale, parts.zone()));
                    return new Spoken(parts.services(), settings.load());
                },
                spoken -> {
                    Shell next = dressed(spoken.services(), spoken.stored());
                    if (shell != null) {
                        next.takeOver(shell, stage);
                    }
                    shell = next;
                },
                problem -> LOG.error("the language could not be changed", problem));
    }
}
