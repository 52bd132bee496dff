package dev.linkscope.ui.access;

import dev.linkscope.engine.history.Comparisons;
import dev.linkscope.engine.history.MemoryBook;
import dev.linkscope.engine.history.Timelines;
import dev.linkscope.ui.FakeServices;
import dev.linkscope.ui.FakeSnapshots;
import dev.linkscope.ui.FxToolkit;
import dev.linkscope.ui.preferences.Section;
import dev.linkscope.ui.shell.PastServices;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;

/** The settings, each section of them. */
final class SettingsScenes {
    private SettingsScenes() {}

    static List<AccessScene> all() {
        var all = new ArrayList<AccessScene>();
        for (Section section : Section.values()) {
            all.add(
                    new AccessScene(
                            "settings-" + section.name().toLowerCase(Locale.ROOT),
                            window -> open(window, section)));
        }
        all.add(new AccessScene("settings-found", window -> search(window, "server")));
        all.add(new AccessScene("settings-nothing", window -> search(window, "teapot")));
        all.add(new AccessScene("settings-wrong", SettingsScenes::wrong));
        return all;
    }

    private static void open(AccessWindow window, Section section) throws Exception {
        FakeSnapshots.farm().forEach(window.fakes.farm::put);
        var book = new MemoryBook();
        book.size = FakeServices.HISTORY;
        window.fakes.past =
                new PastServices(
                        book,
                        Comparisons.NONE,
                        Timelines.NONE,
                        file -> {
                            throw new IOException(file.toString());
                        });
        window.open();
        FxToolkit.onFx(() -> window.doors().settings(section));
        window.await(".settings-card");
        if (section == Section.HISTORY) {
            window.awaitThat(() ->
                    window.find("#settings-history-size") instanceof Label size
                            && size.getText().length() > 30);
        }
    }

    private static void search(AccessWindow window, String typed) throws Exception {
        open(window, Section.ABOUT);
        window.write("#settings-search", typed);
    }

    private static void wrong(AccessWindow window) throws Exception {
        open(window, Section.MEASURING);
        FxToolkit.onFx(() -> {
            var field = (TextField) window.find("#pref-cadence");
            field.setText("1");
            field.getOnAction().handle(null);
        });
        window.await(".complaint-icon");
    }
}
