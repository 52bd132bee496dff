package dev.linkscope.ui.shell;

import dev.linkscope.domain.printer.Printer;
import dev.linkscope.domain.printer.PrinterId;
import dev.linkscope.engine.port.Updates;
import dev.linkscope.ui.common.LongWork;
import dev.linkscope.ui.connect.Question;
import dev.linkscope.ui.preferences.Section;
import dev.linkscope.ui.preferences.Surroundings;
import dev.linkscope.ui.preferences.ThisComputer;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;

/** Ways to what a window shows by itself, or after many clicks. Window's thread only. */
public final class WindowDoors {
    private final MainWindow window;

    /** Ways of the window on a stage. */
    public WindowDoors(Shell shell) {
        window = shell.window();
    }

    /** Puts a question of a link. */
    public void ask(Question question) {
        window.desks().dialogs().ask(question);
    }

    /** Asks whether the plugin's report may be read. */
    public void mayReadPlugin() {
        window.desks().dialogs().mayReadPlugin(() -> {});
    }

    /** Opens group and tags of printers. */
    public void relabel(List<Printer> printers) {
        window.desks().dialogs().relabel(printers, labels -> {});
    }

    /** Opens the settings. */
    public void settings(Section section) {
        window.desks().surround(surroundings());
        window.desks().settings().open(section);
    }

    /** Shows a printer. */
    public void open(PrinterId id) {
        window.open(id);
    }

    /** What takes long. */
    public LongWork work() {
        return window.tools().background().listed().orElseThrow();
    }

    /** A computer with two languages. */
    public static Surroundings surroundings() {
        return surroundings(Updates.NONE);
    }

    /** The same, where somebody tells of newer releases. */
    static Surroundings surroundings(Updates updates) {
        Path home = Path.of("/home/me/.local/share/linkscope");
        return new Surroundings(
                new ThisComputer(
                        "0.1.0",
                        home.resolve("settings.json"),
                        home.resolve("logs"),
                        home.resolve("history.db"),
                        true,
                        ThisComputer.Links.OPENED_HERE),
                List.of(Locale.ENGLISH, Locale.GERMAN),
                tag -> {},
                updates);
    }
}
