package dev.linkscope.ui.notices;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.linkscope.domain.Statement;
import dev.linkscope.domain.incident.Incident;
import dev.linkscope.domain.printer.PrinterId;
import dev.linkscope.engine.port.Alerts;
import dev.linkscope.ui.FakeServices;
import dev.linkscope.ui.FakeSnapshots;
import dev.linkscope.ui.FxToolkit;
import dev.linkscope.ui.common.SettingsWriter;
import dev.linkscope.ui.common.Theme;
import dev.linkscope.ui.common.Toast;
import dev.linkscope.ui.common.Undo;
import dev.linkscope.ui.shell.OffscreenPictures;
import java.awt.image.BufferedImage;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Function;
import javafx.geometry.Pos;
import javafx.scene.Scene;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.stage.Stage;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;

/** Bell, list and dialog, clicked and typed on the platform without a display. */
@ExtendWith(FxToolkit.class)
@Timeout(120)
class NoticesTest {
    private static final Path PICTURES = Path.of("target", "pictures");
    private static final Function<PrinterId, Optional<String>> NAMES = names();

    private final FakeServices fakes = new FakeServices();
    private final FakeIncidents incidents = FakeIncidents.some();
    private final SettingsWriter writer = new SettingsWriter(fakes.settings);
    private final List<PrinterId> shown = new CopyOnWriteArrayList<>();
    private final List<String> said = new CopyOnWriteArrayList<>();
    private final FxRobot robot = new FxRobot();
    private final StackPane root = new StackPane();
    private Toast toast;
    private Undo undo;
    private NoticeBell bell;
    private NoticeList list;
    private Stage stage;

    private static Function<PrinterId, Optional<String>> names() {
        Map<PrinterId, String> names = new HashMap<>();
        for (String name : List.of("Ender-01", "Mini-03", "Prusa-07", "Voron-06", "Voron-08")) {
            names.put(FakeIncidents.id(name), name);
        }
        return id -> Optional.ofNullable(names.get(id));
    }

    private void open() throws Exception {
        FxToolkit.onFx(() -> {
            toast = new Toast("Close");
            undo = new Undo(toast, "Undo");
            var commands =
                    new NoticeCommands(
                            incidents,
                            writer,
                            FakeServices.CLOCK,
                            () -> fakes.settings.load().alerts(),
                            undo,
                            FakeServices.WORDING,
                            shown::add,
                            () -> said.add("how"));
            list =
                    new NoticeList(
                            incidents,
                            () -> fakes.settings.load().alerts(),
                            NAMES,
                            commands,
                            FakeServices.WORDING);
            bell = new NoticeBell(incidents, list, FakeServices.WORDING, FakeServices.CLOCK);
            bell.refresh(FakeSnapshots.NOW);
            var page = new VBox(bell);
            root.getChildren().setAll(page, list, toast);
            StackPane.setAlignment(toast, Pos.BOTTOM_LEFT);
            StackPane.setAlignment(list, Pos.CENTER_RIGHT);
            root.getStyleClass().add("app-root");
            stage = new Stage();
            var scene = new Scene(root, 1000, 760);
            Theme.dress(scene);
            Theme.LIGHT.apply();
            stage.setScene(scene);
            stage.show();
        });
        robot.targetWindow(stage);
    }

    @AfterEach
    void close() throws Exception {
        FxToolkit.onFx(() -> stage.close());
        writer.close();
    }

    private void refresh() throws Exception {
        FxToolkit.onFx(() -> bell.refresh(FakeSnapshots.NOW));
    }

    private Alerts alerts() {
        return fakes.settings.load().alerts();
    }

    @Test
    void theBellCountsAndTheListIsWorkedOff() throws Exception {
        open();
        assertThat(bell.getText()).isEqualTo("3");
        assertThat(list.isVisible()).isFalse();
        robot.clickOn("#bell");
        assertThat(list.isVisible()).isTrue();
        assertThat(robot.lookup(".notice").queryAll()).hasSize(4);
        picture("notices-list");

        robot.clickOn(robot.lookup(".notice-acknowledge").nth(0).<javafx.scene.Node>query());
        refresh();
        assertThat(bell.getText()).isEqualTo("2");
        FxToolkit.onFx(() -> assertThat(undo.undo()).isTrue());
        refresh();
        assertThat(bell.getText()).isEqualTo("3");
        robot.clickOn(robot.lookup(".notice-acknowledge").nth(0).<javafx.scene.Node>query());
        refresh();
        assertThat(robot.lookup(".notice-acknowledge").queryAll()).hasSize(2);

        robot.clickOn(robot.lookup(".notice-go").nth(0).<javafx.scene.Node>query());
        assertThat(shown).containsExactly(FakeIncidents.id("Ender-01"));

        robot.clickOn(robot.lookup(".notice-off").<javafx.scene.Node>query());
        await().until(() -> alerts().of(FakeIncidents.id("Ender-01")).plannedOff());

        robot.clickOn(robot.lookup(".notice-mute").nth(0).<javafx.scene.Node>query());
        await().until(() ->
                alerts().of(FakeIncidents.id("Prusa-07"))
                        .silent(FakeSnapshots.NOW.plus(Duration.ofMinutes(59))));
        assertThat(
                        alerts().of(FakeIncidents.id("Prusa-07"))
                                .silent(FakeSnapshots.NOW.plus(Duration.ofMinutes(61))))
                .isFalse();
        FxToolkit.onFx(() -> assertThat(undo.undo()).isTrue());
        await().until(() -> !alerts().of(FakeIncidents.id("Prusa-07")).silent(FakeSnapshots.NOW));
        assertThat(alerts().of(FakeIncidents.id("Ender-01")).plannedOff()).isTrue();
        robot.clickOn("#notices-how");
        assertThat(said).containsExactly("how");
        robot.clickOn("#notices-close");
        assertThat(list.isVisible()).isFalse();
    }

    @Test
    void manyIncidentsStayQuickToDraw() throws Exception {
        for (int i = 0; i < 700; i++) {
            incidents.add(
                    FakeIncidents.incident(
                            Incident.Kind.SERVER,
                            dev.linkscope.domain.diagnosis.Severity.CRITICAL,
                            null,
                            Statement.of("incident.server.outage", "Printer " + i, 1),
                            null,
                            Statement.of("incident.server.next"),
                            "Printer " + i));
        }
        open();
        robot.clickOn("#bell");
        assertThat(robot.lookup(".notice").queryAll()).hasSize(60);
        assertThat(robot.lookup("And 644 more.").tryQuery()).isPresent();
    }

    /** Draws what is shown in both themes. */
    private void picture(String name) throws Exception {
        for (Theme theme : List.of(Theme.DARK, Theme.LIGHT)) {
            BufferedImage image =
                    FxToolkit.onFx(() -> {
                        theme.apply();
                        root.applyCss();
                        root.layout();
                        return OffscreenPictures.copy(root.getScene().snapshot(null));
                    });
            Files.createDirectories(PICTURES);
            assertThat(
                            ImageIO.write(
                                    image,
                                    "png",
                                    PICTURES.resolve(name + "-" + theme.storedName() + ".png")
                                            .toFile()))
                    .isTrue();
        }
    }
}
