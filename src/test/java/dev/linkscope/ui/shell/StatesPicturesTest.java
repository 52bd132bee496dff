package dev.linkscope.ui.shell;

import static org.assertj.core.api.Assertions.assertThat;

import dev.linkscope.domain.Statement;
import dev.linkscope.domain.diagnosis.Failure;
import dev.linkscope.domain.diagnosis.FailureCode;
import dev.linkscope.domain.printer.Printer;
import dev.linkscope.ui.FakeServices;
import dev.linkscope.ui.FakeSnapshots;
import dev.linkscope.ui.FxToolkit;
import dev.linkscope.ui.UiWindow;
import dev.linkscope.ui.common.Theme;
import java.awt.image.BufferedImage;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javafx.scene.Scene;
import javafx.scene.input.KeyCode;
import javax.imageio.ImageIO;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The window where something is missing, waiting or broken, in pictures to be looked at. */
@Tag("looks")
@ExtendWith(FxToolkit.class)
class StatesPicturesTest {
    private static final Path FOLDER = Path.of("target", "pictures");
    private static final Printer PRUSA = FakeSnapshots.printer("Prusa-07");

    /** What there is, and how to get to it. */
    private record State(Consumer<FakeServices> given, Consumer<MainWindow> then) {}

    private static final Map<String, State> STATES =
            Map.ofEntries(
                    Map.entry("start", new State(fakes -> {}, window -> {})),
                    Map.entry(
                            "farm-waiting",
                            new State(
                                    fakes ->
                                            names().map(FakeSnapshots::connecting)
                                                    .forEach(fakes.farm::put),
                                    MainWindow::showFarm)),
                    Map.entry(
                            "farm-all-down",
                            new State(
                                    fakes ->
                                            names().map(printer ->
                                                            FakeSnapshots.waiting(
                                                                    printer,
                                                                    FakeSnapshots.NOW.plusSeconds(
                                                                            20)))
                                                    .forEach(fakes.farm::put),
                                    MainWindow::showFarm)),
                    Map.entry(
                            "farm-none-found",
                            new State(
                                    fakes -> FakeSnapshots.farm().forEach(fakes.farm::put),
                                    window -> window.searchFarm("no such printer"))),
                    Map.entry("printer-connecting", printer(null)),
                    Map.entry("printer-refused", printer(FailureCode.LOGIN_REFUSED)),
                    Map.entry("printer-host-key", printer(FailureCode.HOST_KEY_CHANGED)),
                    Map.entry("printer-unreachable", printer(FailureCode.UNREACHABLE)),
                    Map.entry(
                            "printer-no-camera",
                            new State(
                                    fakes -> fakes.farm.put(FakeSnapshots.noCamera()),
                                    MainWindow::showPrinter)));

    private static Stream<Printer> names() {
        return IntStream.rangeClosed(1, 8).mapToObj(i -> FakeSnapshots.printer("Ender-0" + i));
    }

    private static State printer(@Nullable FailureCode failure) {
        return new State(
                fakes ->
                        fakes.farm.put(
                                failure == null
                                        ? FakeSnapshots.connecting(PRUSA)
                                        : FakeSnapshots.failed(
                                                PRUSA,
                                                Failure.of(failure, "prusa-07.local", "pi"))),
                MainWindow::showPrinter);
    }

    static Stream<String> states() {
        return STATES.keySet().stream().sorted();
    }

    @ParameterizedTest
    @Timeout(60)
    @MethodSource("states")
    void drawsTheState(String name) throws Exception {
        State state = STATES.get(name);
        for (Theme theme : List.of(Theme.LIGHT, Theme.DARK)) {
            var fakes = new FakeServices();
            state.given().accept(fakes);
            BufferedImage image =
                    FxToolkit.onFx(() -> {
                        var stored = fakes.settings.load().withTheme(theme.storedName());
                        var window = new MainWindow(fakes.services(), stored);
                        window.theme().apply();
                        var scene = new Scene(window.root(), 1280, 800);
                        Theme.dress(scene);
                        window.drawNow();
                        state.then().accept(window);
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
            String file = "state-%s-%s.png".formatted(name, theme.storedName());
            ImageIO.write(image, "png", FOLDER.resolve(file).toFile());
            assertThat(colours(image)).as(file).isGreaterThan(20);
        }
    }

    private static int colours(BufferedImage image) {
        var colours = new HashSet<Integer>();
        for (int x = 0; x < image.getWidth(); x += 2) {
            for (int y = 0; y < image.getHeight(); y += 2) {
                colours.add(image.getRGB(x, y));
            }
        }
        return colours.size();
    }

    private final UiWindow window = new UiWindow();

    private void pictures(String name) throws Exception {
        for (Theme theme : List.of(Theme.DARK, Theme.LIGHT)) {
            BufferedImage image =
                    FxToolkit.onFx(() -> {
                        theme.apply();
                        window.stage.getScene().getRoot().applyCss();
                        window.stage.getScene().getRoot().layout();
                        return OffscreenPictures.copy(window.stage.getScene().snapshot(null));
                    });
            Files.createDirectories(FOLDER);
            String file = "state-%s-%s.png".formatted(name, theme.storedName());
            ImageIO.write(image, "png", FOLDER.resolve(file).toFile());
            assertThat(colours(image)).as(file).isGreaterThan(20);
        }
    }

    @AfterEach
    void close() throws Exception {
        window.close();
    }

    @Test
    @Timeout(60)
    void theFirstPageSaysSomethingElseOnceThereWerePrinters() throws Exception {
        window.fakes.farm.put(FakeSnapshots.healthy("Ender-01", 1));
        window.open();
        window.ctrl(KeyCode.DIGIT2);
        window.awaitText("Ender-01 is fine");
        window.robot.clickOn("Ender-01");
        window.robot.type(KeyCode.DELETE);
        window.awaitText("No printer is watched");
        window.awaitText("Ender-01 was removed from the list.");
        pictures("start-again");
        window.ctrl(KeyCode.Z);
        UiWindow.await().until(() -> !window.shown("#first-start"));
        window.awaitText("Ender-01 is fine");
    }

    @Test
    @Timeout(60)
    void whatIsWrongWithTheFilesIsSaid() throws Exception {
        window.fakes.farm.put(FakeSnapshots.healthy("Ender-01", 1));
        window.fakes.troubles =
                List.of(
                        Statement.of(
                                "settings.moved",
                                "/home/me/.local/share/linkscope/settings.broken-20261122.json"));
        window.open();
        window.awaitText("settings.broken-20261122.json");
        pictures("trouble");
    }
}
