package dev.linkscope.ui.shell;

import static org.assertj.core.api.Assertions.assertThat;

import dev.linkscope.engine.SessionSnapshot;
import dev.linkscope.engine.history.Comparisons;
import dev.linkscope.engine.history.MemoryBook;
import dev.linkscope.engine.port.SettingsStore.Settings;
import dev.linkscope.ui.FakeBigFarm;
import dev.linkscope.ui.FakeServices;
import dev.linkscope.ui.FakeTimelines;
import dev.linkscope.ui.FxToolkit;
import dev.linkscope.ui.KnownPrinter;
import dev.linkscope.ui.UiWindow;
import dev.linkscope.ui.common.Theme;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.stream.Stream;
import javafx.scene.AccessibleAction;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TableView;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The tabs of a printer's page, to be looked at. */
@Tag("looks")
@ExtendWith(FxToolkit.class)
class TabPicturesTest {
    private static final Path FOLDER = Path.of("target", "pictures");
    private static final List<String> TABS =
            List.of("breaks", "link", "power", "plugin", "farm", "outcomes", "history");

    private MainWindow window;

    static Stream<List<String>> pictures() {
        Stream<List<String>> usual =
                TABS.stream()
                        .flatMap(tab ->
                                Stream.of(
                                        List.of(tab, "light", "1280", "800"),
                                        List.of(tab, "dark", "1920", "1080")));
        return Stream.concat(
                usual,
                Stream.of(
                        List.of("link", "light", "960", "620"),
                        List.of("power", "dark", "1280", "800"),
                        List.of("outcomes", "dark", "1280", "800"),
                        List.of("farm", "light", "1920", "1080")));
    }

    @ParameterizedTest
    @Timeout(60)
    @MethodSource("pictures")
    void drawsTheTab(List<String> what) throws Exception {
        String tab = what.getFirst();
        int width = Integer.parseInt(what.get(2));
        int height = Integer.parseInt(what.get(3));
        FakeServices fakes = new FakeBigFarm(24).services();
        fakes.past =
                new PastServices(
                        new MemoryBook(),
                        Comparisons.NONE,
                        new FakeTimelines(),
                        file -> {
                            throw new IOException(file.toString());
                        });
        SessionSnapshot sick = KnownPrinter.sick();
        fakes.farm.put(sick);
        FxToolkit.onFx(() -> {
            window = new MainWindow(fakes.services(), new Settings(List.of(), what.get(1), "test"));
            window.theme().apply();
            Theme.dress(new Scene(window.root(), width, height));
            window.drawNow();
            window.open(sick.printer().id());
            layOut();
            Node item = window.root().lookup("#tabs-" + tab);
            item.executeAccessibleAction(AccessibleAction.FIRE);
        });
        UiWindow.await().until(() -> FxToolkit.onFx(() -> isReady(tab)));
        if (tab.equals("outcomes")) {
            FxToolkit.onFx(() ->
                    ((ComboBox<?>) window.root().lookup("#outcome-result"))
                            .getSelectionModel()
                            .select(2));
        }
        for (int round = 0; round < 4; round++) {
            FxToolkit.onFx(() -> {
                layOut();
                scroll();
            });
        }
        BufferedImage image =
                FxToolkit.onFx(() -> {
                    BufferedImage drawn =
                            OffscreenPictures.copy(window.root().getScene().snapshot(null));
                    window.stop();
                    return drawn;
                });
        Files.createDirectories(FOLDER);
        String name = "tab-%s-%s-%dx%d.png".formatted(tab, what.get(1), width, height);
        ImageIO.write(image, "png", FOLDER.resolve(name).toFile());
        var colours = new HashSet<Integer>();
        for (int x = 0; x < width; x += 3) {
            for (int y = 0; y < height; y += 3) {
                colours.add(image.getRGB(x, y));
            }
        }
        assertThat(colours).hasSizeGreaterThan(50);
    }

    private boolean isReady(String tab) {
        layOut();
        return switch (tab) {
            case "link" -> window.root().lookup("#lane-wifi-signal").isVisible();
            case "farm" ->
                    ((Label) window.root().lookup("#farm-lead")).getText().contains("Beside");
            case "outcomes" ->
                    !((TableView<?>) window.root().lookup("#outcomes")).getItems().isEmpty();
            default -> window.root().lookup("#tab-" + tab) != null;
        };
    }

    /** The tabs lie below the panes: the page is scrolled to its end. */
    private void scroll() {
        window.root().lookupAll(".page-scroll").stream()
                .filter(Node::isVisible)
                .map(ScrollPane.class::cast)
                .forEach(page -> page.setVvalue(page.getVmax()));
    }

    private void layOut() {
        window.root().applyCss();
        window.root().layout();
        window.drawNow();
    }
}
