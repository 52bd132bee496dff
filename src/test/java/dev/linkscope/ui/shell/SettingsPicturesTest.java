package dev.linkscope.ui.shell;

import static org.assertj.core.api.Assertions.assertThat;

import dev.linkscope.engine.history.MemoryBook;
import dev.linkscope.engine.history.Timelines;
import dev.linkscope.engine.port.Preferences;
import dev.linkscope.engine.port.SettingsStore.Settings;
import dev.linkscope.ui.FakeServices;
import dev.linkscope.ui.FakeSnapshots;
import dev.linkscope.ui.FxToolkit;
import dev.linkscope.ui.UiWindow;
import dev.linkscope.ui.common.Theme;
import dev.linkscope.ui.preferences.Section;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import javafx.scene.Scene;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The settings above the window, to be looked at; the last column is the size of the text. */
@Tag("looks")
@ExtendWith(FxToolkit.class)
class SettingsPicturesTest {
    private static final Path FOLDER = Path.of("target", "pictures");

    private final FakeServices fakes = new FakeServices();
    private MainWindow window;

    @ParameterizedTest
    @Timeout(60)
    @CsvSource({
        "LOOK, '', light, 1280, 800, 1",
        "LOOK, '', dark, 1920, 1080, 1",
        "LOOK, '', light, 1280, 800, 2",
        "MEASURING, '', light, 1920, 1080, 1",
        "MEASURING, '', dark, 1280, 800, 1",
        "MEASURING, '', dark, 1280, 800, 2",
        "MEASURING, wrong, light, 1280, 800, 1",
        "JUDGING, '', light, 1280, 800, 1",
        "HISTORY, '', light, 1280, 800, 1",
        "HISTORY, '', dark, 1280, 800, 2",
        "NOTICES, '', light, 1280, 800, 1",
        "NOTICES, '', dark, 1920, 1080, 1",
        "NOTICES, '', light, 1280, 800, 2",
        "COMPUTER, '', light, 1280, 800, 1",
        "COMPUTER, '', dark, 960, 620, 1",
        "ABOUT, '', light, 1280, 800, 1",
        "ABOUT, server, light, 1280, 800, 1",
        "ABOUT, server, dark, 1280, 800, 1",
        "ABOUT, teapot, dark, 1280, 800, 1"
    })
    void drawsTheSettings(
            Section section, String typed, String theme, int width, int height, double size)
            throws Exception {
        FakeSnapshots.farm().forEach(fakes.farm::put);
        var book = new MemoryBook();
        book.size = FakeServices.HISTORY;
        fakes.past =
                new PastServices(
                        book,
                        (printer, first, second) -> List.of(),
                        Timelines.NONE,
                        file -> {
                            throw new IOException(file.toString());
                        });
        var settings =
                new Settings(List.of(), theme, "test")
                        .withPreferences(Preferences.USUAL.withTextSize(size));
        fakes.settings.save(settings);
        FxToolkit.onFx(() -> {
            window = new MainWindow(fakes.services(), settings);
            window.theme().apply();
            Theme.dress(new Scene(window.root(), width, height));
            window.desks().surround(WindowDoors.surroundings());
            window.drawNow();
            window.desks().settings().open(section);
            layOut();
            if (typed.equals("wrong")) {
                var field = (TextField) window.root().lookup("#pref-cadence");
                field.setText("1");
                field.getOnAction().handle(null);
            } else if (!typed.isEmpty()) {
                ((TextField) window.root().lookup("#settings-search")).setText(typed);
            }
        });
        if (section == Section.HISTORY) {
            await(() ->
                    ((Label) window.root().lookup("#settings-history-size"))
                            .getText()
                            .startsWith("The history takes"));
        }
        // Sizes that depend on the width are handed on from one turn of the thread to the next.
        for (int round = 0; round < 4; round++) {
            FxToolkit.onFx(this::layOut);
        }
        BufferedImage image =
                FxToolkit.onFx(() -> {
                    BufferedImage drawn =
                            OffscreenPictures.copy(window.root().getScene().snapshot(null));
                    window.stop();
                    return drawn;
                });
        Files.createDirectories(FOLDER);
        String name =
                "settings-%s%s-%s-%dx%d%s.png"
                        .formatted(
                                section.name().toLowerCase(Locale.ROOT),
                                typed.isEmpty() ? "" : "-" + typed,
                                theme,
                                width,
                                height,
                                size == 1 ? "" : "-200");
        ImageIO.write(image, "png", FOLDER.resolve(name).toFile());
        var colours = new HashSet<Integer>();
        for (int x = 0; x < width; x += 3) {
            for (int y = 0; y < height; y += 3) {
                colours.add(image.getRGB(x, y));
            }
        }
        assertThat(colours).hasSizeGreaterThan(50);
    }

    private void await(java.util.concurrent.Callable<Boolean> what) {
        UiWindow.await()
                .until(() ->
                        FxToolkit.onFx(() -> {
                            layOut();
                            return what.call();
                        }));
    }

    private void layOut() {
        window.root().applyCss();
        window.root().layout();
        window.drawNow();
    }
}
