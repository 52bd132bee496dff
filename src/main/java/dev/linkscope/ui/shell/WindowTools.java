package dev.linkscope.ui.shell;

import dev.linkscope.engine.port.SettingsStore.Settings;
import dev.linkscope.ui.common.Background;
import dev.linkscope.ui.common.FxExecutor;
import dev.linkscope.ui.common.LongWork;
import dev.linkscope.ui.common.Overlay;
import dev.linkscope.ui.common.SettingsWriter;
import dev.linkscope.ui.common.Toast;
import dev.linkscope.ui.common.Undo;
import dev.linkscope.ui.common.Wording;
import dev.linkscope.ui.desktop.TasksPanel;
import javafx.scene.layout.StackPane;
import javafx.stage.Window;

/**
 * What every part of the window works with.
 *
 * @param services what the window needs from the rest of the program
 * @param wording its texts
 * @param root its whole content
 * @param overlay where cards are shown
 * @param toast where notes are shown
 * @param undo offers to take back what was done
 * @param tasks lists what takes long
 * @param background where that is done
 * @param settings changes the stored settings
 * @param theme its look
 * @param status the line at its lower edge
 */
record WindowTools(
        Services services,
        Wording wording,
        StackPane root,
        Overlay overlay,
        Toast toast,
        Undo undo,
        TasksPanel tasks,
        Background background,
        SettingsWriter settings,
        ThemeSwitch theme,
        StatusLine status) {
    /** Tools of a new window. */
    static WindowTools of(Services services, Settings stored) {
        var settings = new SettingsWriter(services.settings());
        var theme = new ThemeSwitch(stored.theme(), settings);
        var wording = new Wording(services.messages());
        var toast = new Toast(wording.text("toast.close"));
        var work = new LongWork(wording);
        return new WindowTools(
                services,
                wording,
                new StackPane(),
                new Overlay(),
                toast,
                new Undo(toast, wording.text("list.undo")),
                new TasksPanel(work, wording),
                new Background(FxExecutor.FX, work),
                settings,
                theme,
                new StatusLine());
    }

    /** The window that dialogs of the desktop belong to; once it is shown. */
    Window window() {
        return root.getScene().getWindow();
    }
}
