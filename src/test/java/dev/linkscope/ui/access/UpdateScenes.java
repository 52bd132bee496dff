package dev.linkscope.ui.access;

import dev.linkscope.engine.port.Updates.Answer;
import dev.linkscope.ui.FakeSnapshots;
import dev.linkscope.ui.FakeUpdates;
import dev.linkscope.ui.FxToolkit;
import dev.linkscope.ui.preferences.Surroundings;
import dev.linkscope.ui.preferences.ThisComputer;
import dev.linkscope.ui.shell.Shell;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import javafx.stage.Stage;

/** What this program is, and whether there is a newer one. */
final class UpdateScenes {
    private UpdateScenes() {}

    static List<AccessScene> all() {
        return List.of(
                new AccessScene("about", window -> about(window, new FakeUpdates())),
                new AccessScene("about-newer", UpdateScenes::newer),
                new AccessScene("about-not-genuine", UpdateScenes::notGenuine),
                new AccessScene("about-no-place", UpdateScenes::noPlace),
                new AccessScene("settings-about", UpdateScenes::settings));
    }

    private static void open(AccessWindow window, FakeUpdates updates) throws Exception {
        FakeSnapshots.farm().forEach(window.fakes.farm::put);
        if (window.look().longTexts()) {
            window.fakes.messages = LongTexts.messages();
        }
        Path home = Path.of("/home/me/.local/share/linkscope");
        FxToolkit.onFx(() -> {
            var stage = new Stage();
            var shell = new Shell(window.fakes.with(window.links), window.fakes.settings.load());
            shell.surround(
                    new Surroundings(
                            new ThisComputer(
                                    "0.1.0",
                                    home.resolve("settings.json"),
                                    home.resolve("logs"),
                                    home.resolve("history.db"),
                                    true,
                                    ThisComputer.Links.OPENED_HERE),
                            List.of(Locale.ENGLISH),
                            tag -> {},
                            updates));
            shell.show(stage);
            window.take(stage);
        });
    }

    private static void about(AccessWindow window, FakeUpdates updates) throws Exception {
        open(window, updates);
        window.choose("#add-printer-button", "open-about");
        window.await("#about");
    }

    private static void newer(AccessWindow window) throws Exception {
        about(window, new FakeUpdates());
        window.press("#update-look");
        window.await("#release");
    }

    private static void notGenuine(AccessWindow window) throws Exception {
        var updates = new FakeUpdates();
        updates.answer = new Answer.NotGenuine("https://example.org");
        about(window, updates);
        window.press("#update-look");
        window.await("#update-line");
    }

    private static void noPlace(AccessWindow window) throws Exception {
        var updates = new FakeUpdates();
        updates.place = Optional.empty();
        about(window, updates);
    }

    private static void settings(AccessWindow window) throws Exception {
        open(window, new FakeUpdates());
        window.press("#settings-button");
        window.await("#settings-search");
        window.write("#settings-search", "update");
        window.await("#row-updates");
        window.press("#update-look");
        window.await("#release");
    }
}
