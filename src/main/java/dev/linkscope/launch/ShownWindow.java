package dev.linkscope.launch;

import dev.linkscope.engine.port.Preferences;
import dev.linkscope.engine.port.SettingsStore;
import dev.linkscope.engine.port.SettingsStore.Settings;
import dev.linkscope.i18n.Messages;
import dev.linkscope.ui.common.Background;
import dev.linkscope.ui.common.FxExecutor;
import dev.linkscope.ui.shell.Services;
import dev.linkscope.ui.shell.Shell;
import java.util.Locale;
import javafx.stage.Stage;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The window on its stage. In another language it is made anew; what it shows goes on. */
final class ShownWindow {
    private static final Logger LOG = LoggerFactory.getLogger(ShownWindow.class);

    private final WindowParts parts;
    private final SettingsStore settings;
    private final Locale own;
    private final Stage stage;
    private final Background background = new Background(FxExecutor.FX);
    private Shell shell;

    /** What a window in another language is made of. */
    private record Spoken(Services services, Settings stored) {}

    /**
     * A window that is shown now. Window's thread only.
     *
     * @param services made by the caller, as that takes a while
     * @param own the language of this computer
     */
    ShownWindow(
            WindowParts parts,
            SettingsStore settings,
            Services services,
            Settings stored,
            Locale own,
            Stage stage) {
        this.parts = parts;
        this.settings = settings;
        this.own = own;
        this.stage = stage;
        shell = dressed(services, stored);
        shell.show(stage);
    }

    /**
     * The language to speak.
     *
     * @param tag as the user chose it
     * @param own the language of this computer
     */
    static Locale locale(String tag, Locale own) {
        return tag.equals(Preferences.SYSTEM) ? own : Locale.forLanguageTag(tag);
    }

    private Shell dressed(Services services, Settings stored) {
        var made = new Shell(services, stored);
        made.openReportsWith(parts.reports());
        made.speakWith(this::speak);
        return made;
    }

    private void speak(String tag) {
        background.start(
                "language",
                () -> {
                    parts.speak(Messages.in(locale(tag, own), parts.zone()));
                    return new Spoken(parts.services(), settings.load());
                },
                spoken -> {
                    Shell next = dressed(spoken.services(), spoken.stored());
                    next.takeOver(shell, stage);
                    shell = next;
                },
                problem -> LOG.error("the language could not be changed", problem));
    }
}
