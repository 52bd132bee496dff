package dev.linkscope.ui.shell;

import static org.assertj.core.api.Assertions.assertThat;

import dev.linkscope.domain.Statement;
import dev.linkscope.engine.port.Preferences;
import dev.linkscope.engine.port.SettingsStore.Settings;
import dev.linkscope.engine.port.Updates.Answer;
import dev.linkscope.ui.FakeServices;
import dev.linkscope.ui.FakeSnapshots;
import dev.linkscope.ui.FakeUpdates;
import dev.linkscope.ui.FxToolkit;
import dev.linkscope.ui.UiWindow;
import dev.linkscope.ui.common.Theme;
import dev.linkscope.ui.preferences.Section;
import java.awt.image.BufferedImage;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import javafx.scene.Scene;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The card about the program with each answer, to be looked at. */
@Tag("looks")
@ExtendWith(FxToolkit.class)
class AboutPicturesTest {
    private static final Path FOLDER = Path.of("target", "pictures");

    private final FakeServices fakes = new FakeServices();
    private final FakeUpdates updates = new FakeUpdates();
    private MainWindow window;

    private void answers(String name) {
        switch (name) {
            case "none" -> updates.place = Optional.empty();
            case "newest" -> updates.answer = new Answer.UpToDate(FakeUpdates.release("0.1.0"));
            case "unknown" ->
                    updates.answer =
                            new Answer.CannotTell(Statement.of("update.why.tls", "example.org"));
            case "false" -> updates.answer = new Answer.NotGenuine("https://example.org");
            default -> updates.answer = new Answer.Newer(FakeUpdates.release("0.2.0"));
        }
    }

    @ParameterizedTest
    @Timeout(60)
    @CsvSource({
        "none, light, 1280, 800, 1",
        "newer, light, 1280, 800, 1",
        "newer, dark, 1920, 1080, 1",
        "newer, light, 1280, 800, 2",
        "newest, dark, 1280, 800, 1",
        "unknown, light, 1280, 800, 1",
        "false, light, 1280, 800, 1",
        "false, dark, 1280, 800, 1",
        "settings, light, 1280, 800, 1",
        "settings, dark, 1280, 800, 1",
        "line, light, 1280, 800, 1"
    })
    void drawsTheCard(String name, String theme, int width, int height, double size)
            throws Exception {
        FakeSnapshots.farm().forEach(fakes.farm::put);
        answers(name);
        var settings =
                new Settings(List.of(), theme, "test")
                        .withPreferences(Preferences.USUAL.withTextSize(size));
        fakes.settings.save(settings);
        FxToolkit.onFx(() -> {
            window = new MainWindow(fakes.services(), settings);
            window.theme().apply();
            Theme.dress(new Scene(window.root(), width, height));
            dev.linkscope.ui.common.TextSize.apply(window.root().getScene(), size);
            window.desks().surround(WindowDoors.surroundings(updates));
            window.drawNow();
            switch (name) {
                case "settings" -> window.desks().settings().open(Section.ABOUT);
                case "line" -> {}
                default -> window.desks().about().open();
            }
            layOut();
            if (!name.equals("none")) {
                window.desks().about().updates().look();
            }
        });
        UiWindow.await()
                .until(() ->
                        name.equals("none")
                                || FxToolkit.onFx(() -> {
                                    layOut();
                                    var look = window.root().lookup("#update-look");
                                    return look == null
                                            ? window.desks().about().line().isVisible()
                                            : !look.isDisabled();
                                }));
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
        ImageIO.write(
                image,
                "png",
                FOLDER.resolve(
                                "about-%s-%s-%dx%d%s.png"
                                        .formatted(
                                                name,
                                                theme,
                                                width,
                                                height,
                                                size == 1 ? "" : "-200"))
                        .toFile());
        var colours = new HashSet<Integer>();
        for (int x = 0; x < width; x += 3) {
            for (int y = 0; y < height; y += 3) {
                colours.add(image.getRGB(x, y));
            }
        }
        assertThat(colours).hasSizeGreaterThan(50);
    }

    private void layOut() {
        window.root().applyCss();
        window.root().layout();
        window.drawNow();
    }
}
