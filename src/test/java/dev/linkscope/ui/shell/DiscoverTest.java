package dev.linkscope.ui.shell;

import static dev.linkscope.ui.FakeDiscovery.octoPrint;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.linkscope.domain.printer.Printer;
import dev.linkscope.engine.port.Discovery;
import dev.linkscope.ui.FakeDiscovery;
import dev.linkscope.ui.FakeServices;
import dev.linkscope.ui.FakeSnapshots;
import dev.linkscope.ui.FxToolkit;
import dev.linkscope.ui.common.Theme;
import dev.linkscope.ui.connect.DiscoverCard;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.Labeled;
import javafx.scene.control.TableView;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.StackPane;
import javafx.stage.Stage;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;

/** Printers found on the network, on the first start and in their card. */
@ExtendWith(FxToolkit.class)
@Timeout(90)
class DiscoverTest {
    private static final Path PICTURES = Path.of("target", "pictures");

    private final FakeServices fakes = new FakeServices();
    private final FakeDiscovery discovery = new FakeDiscovery();
    private final FxRobot robot = new FxRobot();
    private final List<Printer> added = new CopyOnWriteArrayList<>();
    private Stage stage;

    private void openWindow() throws Exception {
        FxToolkit.onFx(() -> {
            stage = new Stage();
            new Shell(services(), fakes.settings.load()).show(stage);
            stage.setWidth(990);
            stage.setHeight(790);
        });
        robot.targetWindow(stage);
    }

    private Services services() {
        Services old = fakes.services();
        FarmServices many = old.many();
        return new Services(
                old.farm(),
                old.witness(),
                old.test(),
                old.octoPrint(),
                old.reports(),
                old.settings(),
                old.messages(),
                old.clock(),
                old.demoFarm(),
                new FarmServices(
                        many.view(), many.incidents(), discovery, many.lists(), many.channels()),
                old.fixes(),
                old.past(),
                old.applied(),
                old.troubles());
    }

    private void openCard(Printer... watched) throws Exception {
        FxToolkit.onFx(() -> {
            stage = new Stage();
            var place = new StackPane();
            place.getStyleClass().addAll("app-root", "dialog-place");
            var card =
                    new DiscoverCard(
                            FakeServices.WORDING,
                            discovery,
                            () -> List.of(watched),
                            added::addAll,
                            place.getChildren()::clear);
            place.getChildren().setAll(card);
            var scene = new Scene(place, 760, 560);
            Theme.LIGHT.apply();
            Theme.dress(scene);
            stage.setScene(scene);
            stage.show();
            card.focusFirst();
        });
        robot.targetWindow(stage);
    }

    @AfterEach
    void close() throws Exception {
        FxToolkit.onFx(() -> stage.close());
    }

    private static Discovery.Found[] four() {
        return new Discovery.Found[] {
            octoPrint("Ender shop", "ender-shop.local", "192.168.1.31"),
            octoPrint("Left", "octopi.local", "192.168.1.20", "fe80::20"),
            octoPrint("Right", "octopi.local", "192.168.1.21"),
            octoPrint("Prusa-07", "prusa-07.local", "192.168.1.57")
        };
    }

    @Test
    void theFirstStartTellsWhatIsFoundAndHandsItOn() throws Exception {
        openWindow();
        await().until(discovery::searching);
        assertThat(text("#found-title")).startsWith("Looking for printers");
        assertThat(button("#found-add").isDisabled()).isTrue();
        picture("first-start-looking");

        discovery.find(four());
        await().until(() -> text("#found-title").equals("4 printers found on your network"));
        assertThat(text("#found-detail"))
                .isEqualTo(
                        "ender-shop.local, 192.168.1.20, 192.168.1.21, prusa-07.local. Looking for"
                                + " more…");
        picture("first-start-found");
        picture("first-start-found", Theme.DARK);

        robot.clickOn("#found-add");
        await().until(() -> robot.lookup("#bulk-rows").tryQuery().isPresent());
        assertThat(robot.lookup("#bulk-rows").<TableView<?>>query().getItems()).hasSize(4);
    }

    @Test
    void manyAreCountedAndOneIsOne() throws Exception {
        openWindow();
        await().until(discovery::searching);
        discovery.find(four()[0]);
        await().until(() -> text("#found-title").equals("1 printer found on your network"));
        assertThat(text("#found-detail")).isEqualTo("ender-shop.local. Looking for more…");
        assertThat(text("#found-add")).isEqualTo("Add it…");
        var many = new ArrayList<Discovery.Found>();
        for (int i = 10; i < 60; i++) {
            many.add(octoPrint("p" + i, "p" + i + ".local", "10.0.0." + i));
        }
        discovery.find(many.toArray(Discovery.Found[]::new));
        await().until(() -> text("#found-title").equals("50 printers found on your network"));
        assertThat(text("#found-detail"))
                .isEqualTo(
                        "p10.local, p11.local, p12.local, p13.local, and 46 more. Looking for more…");
    }

    @Test
    void theSearchEndsWithTheFirstStart() throws Exception {
        openWindow();
        await().until(discovery::searching);
        robot.clickOn("#start-demo");
        await().until(() -> !discovery.searching());
    }

    @Test
    void theSearchEndsWithTheWindow() throws Exception {
        openWindow();
        await().until(discovery::searching);
        FxToolkit.onFx(() -> stage.close());
        await().until(() -> !discovery.searching());
    }

    @Test
    void theCardHandsOnWhatIsChosen() throws Exception {
        openCard(FakeSnapshots.printer("Prusa-07"));
        await().until(discovery::searching);
        assertThat(text("#discover-state")).startsWith("Looking for printers");
        picture("discover-looking");
        discovery.find(four());
        await().until(() -> text("#discover-add").equals("Add 3 printers…"));
        assertThat(text("#discover-state")).startsWith("4 printers found on your network");
        await().until(() -> robot.lookup("Watched already").tryQuery().isPresent());
        picture("discover");
        picture("discover", Theme.DARK);

        robot.clickOn("Left");
        await().until(() -> text("#discover-add").equals("Add 2 printers…"));
        robot.clickOn("Prusa-07");
        assertThat(text("#discover-add")).as("watched already").isEqualTo("Add 2 printers…");
        robot.clickOn("Right").type(KeyCode.SPACE);
        await().until(() -> text("#discover-add").equals("Add 2 printers…"));

        // What is left out stays so when more is found.
        var more = new ArrayList<>(List.of(four()));
        more.add(octoPrint("Voron", "voron.local", "192.168.1.60"));
        discovery.find(more.toArray(Discovery.Found[]::new));
        await().until(() -> text("#discover-add").equals("Add 3 printers…"));

        // The keys go on where they were, at the third row.
        robot.type(KeyCode.DOWN, KeyCode.DOWN, KeyCode.SPACE);
        await().until(() -> text("#discover-add").equals("Add 2 printers…"));
        robot.type(KeyCode.SPACE);

        robot.clickOn("#discover-add");
        await().until(() -> !added.isEmpty());
        assertThat(added).extracting(Printer::name).containsExactly("Ender shop", "Right", "Voron");
        assertThat(added.get(1).target().display()).isEqualTo("192.168.1.21");
        await().until(() -> !discovery.searching());
    }

    @Test
    void escapeClosesTheCardAndEndsTheSearch() throws Exception {
        openCard();
        await().until(discovery::searching);
        robot.type(KeyCode.ESCAPE);
        await().until(() -> !discovery.searching());
        assertThat(added).isEmpty();
    }

    private String text(String query) {
        return robot.lookup(query).<Labeled>query().getText();
    }

    private Button button(String query) {
        return robot.lookup(query).query();
    }

    private void picture(String name) throws Exception {
        picture(name, Theme.LIGHT);
    }

    private void picture(String name, Theme theme) throws Exception {
        var image =
                FxToolkit.onFx(() -> {
                    theme.apply();
                    Parent root = stage.getScene().getRoot();
                    root.applyCss();
                    root.layout();
                    return OffscreenPictures.copy(stage.getScene().snapshot(null));
                });
        FxToolkit.onFx(() -> Theme.LIGHT.apply());
        Files.createDirectories(PICTURES);
        Path file = PICTURES.resolve("flow-" + name + "-" + theme.storedName() + ".png");
        ImageIO.write(image, "png", file.toFile());
    }
}
