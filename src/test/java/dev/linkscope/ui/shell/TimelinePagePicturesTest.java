package dev.linkscope.ui.shell;

import static org.assertj.core.api.Assertions.assertThat;

import dev.linkscope.domain.fix.Span;
import dev.linkscope.domain.history.HistorySize;
import dev.linkscope.domain.history.UserNote;
import dev.linkscope.domain.printer.Printer;
import dev.linkscope.engine.history.Comparisons;
import dev.linkscope.engine.history.MemoryBook;
import dev.linkscope.engine.port.SettingsStore.Settings;
import dev.linkscope.ui.FakeServices;
import dev.linkscope.ui.FakeSnapshots;
import dev.linkscope.ui.FxToolkit;
import dev.linkscope.ui.UiWindow;
import dev.linkscope.ui.common.Theme;
import dev.linkscope.ui.printer.PrinterPage;
import dev.linkscope.ui.timeline.FakeTimelines;
import dev.linkscope.ui.timeline.TimeView;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.concurrent.Callable;
import javafx.event.Event;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Label;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The page of a printer with its charts, to be looked at. */
@ExtendWith(FxToolkit.class)
class TimelinePagePicturesTest {
    private static final Path FOLDER = Path.of("target", "pictures");
    private static final Printer PRUSA = FakeSnapshots.printer("Prusa-07");
    private static final Instant NOW = FakeSnapshots.NOW;

    private final FakeServices fakes = new FakeServices();
    private final FakeTimelines past = new FakeTimelines();

    @ParameterizedTest
    @Timeout(60)
    @CsvSource({
        "light, 1280, 800, two-hours",
        "dark, 1280, 800, day",
        "light, 1280, 800, judged",
        "dark, 1920, 1080, judged",
        "light, 1920, 1080, day",
        "light, 900, 800, two-hours"
    })
    void drawsThePage(String theme, int width, int height, String what) throws Exception {
        var book = new MemoryBook();
        book.size = new HistorySize(1, 2, NOW.minus(Duration.ofDays(3)), null);
        book.keep(new UserNote("n", null, NOW.minusSeconds(4000), NOW, "Moved to the cellar"));
        fakes.past =
                new PastServices(
                        book,
                        Comparisons.NONE,
                        past,
                        file -> {
                            throw new IOException(file.toString());
                        });
        fakes.farm.put(FakeSnapshots.bursts(PRUSA, 7));
        MainWindow window =
                FxToolkit.onFx(() -> {
                    var made =
                            new MainWindow(fakes.services(), new Settings(List.of(), theme, "t"));
                    made.theme().apply();
                    Theme.dress(new Scene(made.root(), width, height));
                    made.drawNow();
                    made.open(PRUSA.id());
                    layOut(made);
                    return made;
                });
        PrinterPage page = FxToolkit.onFx(() -> (PrinterPage) find(window, ".printer-page"));
        TimeView view = page.timeView();
        waitFor(() -> view.whole().length().compareTo(Duration.ofDays(2)) > 0);
        waitFor(() -> find(window, ".value-lane").isVisible());
        if (what.equals("day")) {
            FxToolkit.onFx(() -> view.showLast(Duration.ofHours(24)));
            waitFor(() -> !past.asked.isEmpty() && !find(window, ".lane-progress").isVisible());
        }
        if (what.equals("judged")) {
            FxToolkit.onFx(() -> {
                layOut(window);
                view.mark(new Span(NOW.minusSeconds(5000), NOW.minusSeconds(2400)));
                Event.fireEvent(
                        find(window, ".rate-lane"),
                        new KeyEvent(
                                KeyEvent.KEY_PRESSED,
                                "",
                                "",
                                KeyCode.ENTER,
                                false,
                                false,
                                false,
                                false));
            });
            waitFor(() -> window.root().lookupAll(".judged-pane").size() == 4);
        }
        for (int round = 0; round < 3; round++) {
            FxToolkit.onFx(() -> layOut(window));
        }
        BufferedImage image =
                FxToolkit.onFx(() -> {
                    view.point(NOW.minusSeconds(3000));
                    layOut(window);
                    BufferedImage drawn =
                            OffscreenPictures.copy(window.root().getScene().snapshot(null));
                    window.stop();
                    return drawn;
                });
        Files.createDirectories(FOLDER);
        String name = "timeline-%s-%s-%dx%d.png".formatted(what, theme, width, height);
        ImageIO.write(image, "png", FOLDER.resolve(name).toFile());
        var colours = new HashSet<Integer>();
        for (int x = 0; x < width; x += 3) {
            for (int y = 0; y < height; y += 3) {
                colours.add(image.getRGB(x, y));
            }
        }
        assertThat(colours).hasSizeGreaterThan(50);
        Label read = FxToolkit.onFx(() -> (Label) find(window, ".read-moment"));
        assertThat(read.getText()).as("the moment pointed at").contains("10:12:24");
    }

    private static Node find(MainWindow window, String query) {
        return window.root().lookup(query);
    }

    private static void waitFor(Callable<Boolean> condition) {
        UiWindow.await().until(() -> FxToolkit.onFx(condition));
    }

    private static void layOut(MainWindow window) {
        window.root().applyCss();
        window.root().layout();
        window.drawNow();
    }
}
