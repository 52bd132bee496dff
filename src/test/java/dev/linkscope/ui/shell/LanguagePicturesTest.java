package dev.linkscope.ui.shell;

import static org.assertj.core.api.Assertions.assertThat;

import dev.linkscope.engine.port.SettingsStore.Settings;
import dev.linkscope.i18n.Messages;
import dev.linkscope.i18n.PseudoMessages;
import dev.linkscope.ui.FakeBigFarm;
import dev.linkscope.ui.FakeServices;
import dev.linkscope.ui.FxToolkit;
import dev.linkscope.ui.common.Direction;
import dev.linkscope.ui.common.Theme;
import java.awt.image.BufferedImage;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import javafx.geometry.NodeOrientation;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Labeled;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The window in other languages, in pictures to be looked at. */
@ExtendWith(FxToolkit.class)
class LanguagePicturesTest {
    private static final Path FOLDER = Path.of("target", "pictures");
    private static final ZoneId ZONE = ZoneId.of("Europe/Berlin");

    private static Messages in(String language) {
        return switch (language) {
            case "longer" -> PseudoMessages.longer(ZONE);
            case "mirrored" -> PseudoMessages.mirrored(ZONE);
            default -> Messages.in(Locale.of(language, "DE", "UITEST"), ZONE);
        };
    }

    @ParameterizedTest
    @Timeout(60)
    @CsvSource({
        "de, light, farm, =",
        "de, dark, printer, =",
        "longer, light, farm, [",
        "longer, light, printer, [",
        "mirrored, light, farm, o",
        "mirrored, dark, printer, o"
    })
    void drawsTheWindow(String language, String theme, String page, String expected)
            throws Exception {
        FakeServices fakes = new FakeBigFarm(12).services();
        fakes.messages = in(language);
        var stored = new Settings(List.of(), theme, "test");
        var texts = new StringBuilder();
        BufferedImage image =
                FxToolkit.onFx(() -> {
                    var window = new MainWindow(fakes.services(), stored);
                    window.theme().apply();
                    var scene = new Scene(window.root(), 1280, 800);
                    Theme.dress(scene);
                    Direction.apply(scene, fakes.messages);
                    window.drawNow();
                    if (page.equals("printer")) {
                        window.open(fakes.farm.snapshots().getFirst().printer().id());
                    }
                    for (int round = 0; round < 2; round++) {
                        window.root().applyCss();
                        window.root().layout();
                        window.drawNow();
                    }
                    collect(window.root(), texts);
                    check(window.root(), fakes.messages.rightToLeft());
                    BufferedImage drawn = OffscreenPictures.copy(scene.snapshot(null));
                    window.stop();
                    return drawn;
                });
        Files.createDirectories(FOLDER);
        String name = "language-%s-%s-%s.png".formatted(language, page, theme);
        ImageIO.write(image, "png", FOLDER.resolve(name).toFile());
        if (!language.equals("de")) {
            assertThat(texts.toString()).contains(expected);
        }
        assertThat(texts.toString()).contains(in(language).text("bar.add"));
    }

    private static void collect(Node node, StringBuilder texts) {
        if (node instanceof Labeled labeled && labeled.getText() != null) {
            texts.append(labeled.getText()).append('\n');
        }
        if (node instanceof javafx.scene.Parent parent) {
            parent.getChildrenUnmodifiable().forEach(child -> collect(child, texts));
        }
    }

    /** Time runs from left to right in every language, all else the way of the script. */
    private static void check(javafx.scene.Parent root, boolean rightToLeft) {
        NodeOrientation way =
                rightToLeft ? NodeOrientation.RIGHT_TO_LEFT : NodeOrientation.LEFT_TO_RIGHT;
        assertThat(root.getEffectiveNodeOrientation()).isEqualTo(way);
        for (String chart : List.of(".rate-chart", ".sparkline", ".hour-strip", ".outage-chart")) {
            assertThat(root.lookupAll(chart))
                    .allMatch(node ->
                            node.getEffectiveNodeOrientation() == NodeOrientation.LEFT_TO_RIGHT);
        }
    }
}
