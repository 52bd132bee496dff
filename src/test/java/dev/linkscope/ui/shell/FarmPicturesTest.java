package dev.linkscope.ui.shell;

import static org.assertj.core.api.Assertions.assertThat;

import dev.linkscope.engine.port.SettingsStore.FarmLook;
import dev.linkscope.engine.port.SettingsStore.Settings;
import dev.linkscope.ui.FakeBigFarm;
import dev.linkscope.ui.FakeServices;
import dev.linkscope.ui.FxToolkit;
import dev.linkscope.ui.common.Theme;
import java.awt.image.BufferedImage;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import javafx.scene.Scene;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The page of a farm of 48 printers in pictures, to be looked at. */
@Tag("looks")
@ExtendWith(FxToolkit.class)
class FarmPicturesTest {
    private static final Path FOLDER = Path.of("target", "pictures");

    @ParameterizedTest
    @Timeout(60)
    @CsvSource({
        "light, 1280, 800, false",
        "dark, 1280, 800, false",
        "light, 1920, 1080, false",
        "dark, 1920, 1080, true",
        "light, 960, 620, false"
    })
    void drawsTheFarm(String theme, int width, int height, boolean cards) throws Exception {
        FakeServices fakes = new FakeBigFarm(48).services();
        var stored =
                new Settings(List.of(), theme, "test").withFarmLook(new FarmLook(cards, List.of()));
        BufferedImage image =
                FxToolkit.onFx(() -> {
                    var window = new MainWindow(fakes.services(), stored);
                    window.theme().apply();
                    var scene = new Scene(window.root(), width, height);
                    Theme.dress(scene);
                    window.drawNow();
                    for (int round = 0; round < 2; round++) {
                        window.root().applyCss();
                        window.root().layout();
                        window.drawNow();
                    }
                    BufferedImage drawn = OffscreenPictures.copy(scene.snapshot(null));
                    window.stop();
                    return drawn;
                });
        Files.createDirectories(FOLDER);
        String name =
                "farm-48-%s-%dx%d%s.png".formatted(theme, width, height, cards ? "-cards" : "");
        ImageIO.write(image, "png", FOLDER.resolve(name).toFile());
        var colours = new HashSet<Integer>();
        for (int x = 0; x < width; x += 3) {
            for (int y = 0; y < height; y += 3) {
                colours.add(image.getRGB(x, y));
            }
        }
        assertThat(colours).hasSizeGreaterThan(50);
    }
}
