package dev.linkscope.ui.shell;

import static org.assertj.core.api.Assertions.assertThat;

import dev.linkscope.domain.Statement;
import dev.linkscope.domain.history.SpanComparison;
import dev.linkscope.domain.history.SpanComparison.Result;
import dev.linkscope.domain.history.UserNote;
import dev.linkscope.engine.history.MemoryBook;
import dev.linkscope.engine.history.Timelines;
import dev.linkscope.engine.port.SettingsStore.Settings;
import dev.linkscope.ui.FakePane;
import dev.linkscope.ui.FakeServices;
import dev.linkscope.ui.FakeSnapshots;
import dev.linkscope.ui.FixWindow;
import dev.linkscope.ui.FxToolkit;
import dev.linkscope.ui.UiWindow;
import dev.linkscope.ui.common.Theme;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import javafx.scene.AccessibleAction;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.RadioButton;
import javafx.scene.image.ImageView;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The cards for reports, comparisons and notes, to be looked at. */
@Tag("looks")
@ExtendWith(FxToolkit.class)
class ReportPicturesTest {
    private static final Path FOLDER = Path.of("target", "pictures");

    private final FakeServices fakes = new FakeServices();

    private MainWindow window;

    @ParameterizedTest
    @Timeout(60)
    @CsvSource({
        "light, 1280, 800, report",
        "dark, 1280, 800, report",
        "light, 960, 620, report",
        "light, 1280, 800, report-chosen",
        "dark, 1280, 800, report-removed",
        "light, 1280, 800, report-failed",
        "light, 1280, 800, compare",
        "dark, 1280, 800, compare",
        "light, 1280, 800, note",
        "dark, 1280, 800, notes",
        "light, 1280, 1300, notes",
        "light, 960, 620, notes"
    })
    void drawsTheCard(String theme, int width, int height, String what) throws Exception {
        prepare(what);
        FxToolkit.onFx(() -> {
            window = new MainWindow(fakes.services(), new Settings(List.of(), theme, "test"));
            window.theme().apply();
            Theme.dress(new Scene(window.root(), width, height));
            window.drawNow();
            window.open(FixWindow.PRUSA.id());
            layOut();
            window.root().lookup("#tabs-history").executeAccessibleAction(AccessibleAction.FIRE);
        });
        await(() -> window.root().lookup("#user-notes").isVisible());
        show(what);
        // Sizes that depend on the width are handed on from one turn of the thread to the next.
        for (int round = 0; round < 4; round++) {
            FxToolkit.onFx(this::layOut);
        }
        if (what.equals("report") || what.equals("report-chosen")) {
            await(() ->
                    window.root().lookup("#export-preview .image-view") instanceof ImageView page
                            && page.getImage() != null);
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
        String name = "past-%s-%s-%dx%d.png".formatted(what, theme, width, height);
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

    private void prepare(String what) {
        FakeSnapshots.farm().forEach(fakes.farm::put);
        fakes.farm.put(FakeSnapshots.bursts(FixWindow.PRUSA, 7));
        var book = new MemoryBook();
        book.size = FakeServices.HISTORY;
        book.keep(note("a", 26, "Moved the printer to the garage."));
        book.keep(
                note(
                        "b",
                        1,
                        "New router in the cellar; the Pi is now on the 5 GHz band and stands"
                                + " behind the washing machine, which I cannot change for now."));
        fakes.past =
                new PastServices(
                        book,
                        (printer, first, second) ->
                                List.of(
                                        compared("server", 0.3, 0.02, Result.FEWER, 0.0004),
                                        compared("webcam", 0.01, 0.012, Result.TOO_LITTLE, null)),
                        Timelines.NONE,
                        file -> {
                            throw new IOException(file.toString());
                        });
        if (what.equals("report-failed")) {
            fakes.reports.problem = "OctoPrint on prusa-07.local did not give its log.";
        }
    }

    private static UserNote note(String id, int hours, String text) {
        return new UserNote(
                id,
                id.equals("a") ? null : FixWindow.PRUSA.id(),
                FakeSnapshots.NOW.minus(Duration.ofHours(hours)),
                FakeSnapshots.NOW,
                text);
    }

    private static SpanComparison compared(
            String pane, double first, double second, Result result, Double p) {
        return new SpanComparison(
                pane,
                new FakePane(1, 720).scattered(first).snapshot("a", FakeSnapshots.NOW).figures(),
                new FakePane(2, 720).scattered(second).snapshot("a", FakeSnapshots.NOW).figures(),
                result,
                p,
                List.of(Statement.of("fake.fix.weak"), Statement.of("fake.fix.weak")));
    }

    private void show(String what) throws Exception {
        switch (what) {
            case "report", "report-chosen", "report-removed", "report-failed" -> {
                FxToolkit.onFx(() -> {
                    window.actions().exportSelected();
                    layOut();
                    if (what.equals("report-chosen")) {
                        ((RadioButton) find("#export-chosen")).setSelected(true);
                        ((RadioButton) find("#export-span-OWN")).setSelected(true);
                    }
                });
                if (what.equals("report-failed")) {
                    await(() -> find("#export-again").isVisible());
                } else {
                    await(() -> !find("#export-save").isDisabled());
                }
                if (what.equals("report-removed")) {
                    FxToolkit.onFx(() -> ((ButtonBase) find("#export-to-removed")).fire());
                }
            }
            case "compare" -> {
                menu("page-compare");
                FxToolkit.onFx(() -> {
                    layOut();
                    ((ButtonBase) find("#compare-go")).fire();
                });
                await(() -> window.root().lookup(".compared-details") != null);
                FxToolkit.onFx(() -> ((ButtonBase) find(".compared-details")).fire());
            }
            case "note" -> menu("page-note");
            default -> FxToolkit.onFx(this::layOut);
        }
    }

    private Node find(String query) {
        return window.root().lookup(query);
    }

    private void menu(String id) throws Exception {
        FxToolkit.onFx(() -> {
            layOut();
            ((MenuButton) find("#page-menu"))
                    .getItems().stream()
                            .filter(item -> id.equals(item.getId()))
                            .findFirst()
                            .ifPresent(MenuItem::fire);
        });
    }
}
