package dev.linkscope.ui.notices;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.linkscope.domain.Statement;
import dev.linkscope.domain.incident.Incident;
import dev.linkscope.domain.printer.PrinterId;
import dev.linkscope.domain.probe.TargetUrl;
import dev.linkscope.engine.port.Alerts;
import dev.linkscope.engine.port.Alerts.Attention;
import dev.linkscope.engine.port.NoticeChannels;
import dev.linkscope.engine.port.Notifier.Notice;
import dev.linkscope.ui.FakeServices;
import dev.linkscope.ui.FakeSnapshots;
import dev.linkscope.ui.FxToolkit;
import dev.linkscope.ui.common.Background;
import dev.linkscope.ui.common.FxExecutor;
import dev.linkscope.ui.common.SettingsWriter;
import dev.linkscope.ui.common.Theme;
import dev.linkscope.ui.common.Toast;
import dev.linkscope.ui.common.Undo;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import javafx.geometry.Pos;
import javafx.scene.Scene;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.image.PixelFormat;
import javafx.scene.image.WritableImage;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.stage.Stage;
import javax.imageio.ImageIO;
import org.jspecify.annotations.Nullable;
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
    private final FakeChannels channels = new FakeChannels();
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
                            this::openDialog);
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

    private void openDialog() {
        Alerts alerts = fakes.settings.load().alerts();
        var dialog = new AlertsDialog[1];
        dialog[0] =
                new AlertsDialog(
                        FakeServices.WORDING,
                        alerts,
                        channels,
                        new Background(FxExecutor.FX),
                        FakeServices.CLOCK,
                        new SilencedPrinters(
                                FakeServices.WORDING, alerts, NAMES, FakeSnapshots.NOW, this::save),
                        this::save,
                        said::add,
                        () -> root.getChildren().remove(dialog[0]));
        dialog[0].setMaxHeight(Region.USE_PREF_SIZE);
        root.getChildren().add(dialog[0]);
        dialog[0].focusFirst();
    }

    private void save(UnaryOperator<Alerts> change) {
        writer.change(old -> old.withAlerts(change.apply(old.alerts())));
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

    private String text(String id) {
        return robot.lookup(id).queryAs(Label.class).getText();
    }

    private void type(String field, String text) throws Exception {
        FxToolkit.onFx(() -> robot.lookup(field).queryAs(TextField.class).setText(text));
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

    @Test
    void whatTheUserWantsIsStoredAndTheAddressOfTheWebhookIsNot() throws Exception {
        open();
        robot.clickOn("#bell").clickOn("#notices-how");
        picture("alerts");
        robot.clickOn("#alerts-quiet").clickOn("#alerts-hook");
        type("#hook-address", "nonsense");
        robot.clickOn("#alerts-save");
        assertThat(robot.lookup(".complaint").queryAs(Label.class).getText())
                .startsWith("Type the whole address");
        type("#hook-address", "https://ntfy.sh/t0pic");
        type("#alerts-command", "/bin/tell me");
        robot.clickOn("#alerts-save");
        await().until(() -> alerts().webhook() != null);
        assertThat(alerts().webhook()).isEqualTo(new TargetUrl("https://ntfy.sh"));
        assertThat(alerts().command()).containsExactly("/bin/tell", "me");
        assertThat(alerts().quiet()).isNotNull();
        assertThat(channels.kept).containsExactly(new TargetUrl("https://ntfy.sh/t0pic"));
        await().until(() -> !said.isEmpty());
        assertThat(said.getFirst()).startsWith("This computer has no keychain");
        assertThat(robot.lookup("#alerts").tryQuery()).isEmpty();
    }

    @Test
    void eachWayCanBeTried() throws Exception {
        open();
        robot.clickOn("#bell").clickOn("#notices-how");
        robot.clickOn("#try-desktop");
        await().until(() -> text("#try-desktop-result").equals("It worked."));
        robot.clickOn("#try-command");
        assertThat(text("#try-command-result")).startsWith("Type a program");
        channels.problem =
                Statement.of(
                        "notify.webhook.failed",
                        "https://ntfy.sh",
                        Statement.of("notify.webhook.why.status", 403));
        robot.clickOn("#alerts-hook");
        type("#hook-address", "https://ntfy.sh/t");
        robot.clickOn("#try-hook");
        await().until(() -> text("#try-hook-result").contains("status 403"));
        assertThat(text("#try-hook-result")).contains("Check the webhook's address");
        assertThat(channels.tried).hasSize(2);
        assertThat(channels.tried.getFirst().incident().id()).isEqualTo("test");
    }

    @Test
    void whoIsSilentCanBeWatchedAgain() throws Exception {
        PrinterId id = FakeIncidents.id("Voron-06");
        fakes.settings.save(
                fakes.settings
                        .load()
                        .withAlerts(
                                new Alerts(
                                        true,
                                        null,
                                        null,
                                        List.of(),
                                        Map.of(id, new Attention(true, null)))));
        open();
        robot.clickOn("#bell").clickOn("#notices-how");
        assertThat(robot.lookup("Voron-06: planned off").tryQuery()).isPresent();
        // The card grows to its content within the next layouts.
        await().until(() ->
                FxToolkit.onFx(() -> {
                    var again = robot.lookup(".watch-again").query();
                    var save = robot.lookup("#alerts-save").query();
                    return again.localToScene(again.getLayoutBounds()).getMaxY()
                            < save.localToScene(save.getLayoutBounds()).getMinY();
                }));
        picture("alerts-silenced");
        robot.clickOn(".watch-again");
        await().until(() -> !alerts().of(id).plannedOff());
    }

    /** Draws what is shown in both themes. */
    private void picture(String name) throws Exception {
        for (Theme theme : List.of(Theme.DARK, Theme.LIGHT)) {
            BufferedImage image =
                    FxToolkit.onFx(() -> {
                        theme.apply();
                        root.applyCss();
                        root.layout();
                        return copy(root.getScene().snapshot(null));
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

    private static BufferedImage copy(WritableImage image) throws IOException {
        int width = (int) image.getWidth();
        int height = (int) image.getHeight();
        var copy = new BufferedImage(width, height, BufferedImage.TYPE_INT_ARGB);
        int[] pixels = new int[width * height];
        image.getPixelReader()
                .getPixels(0, 0, width, height, PixelFormat.getIntArgbInstance(), pixels, 0, width);
        copy.setRGB(0, 0, width, height, pixels, 0, width);
        return copy;
    }

    private static final class FakeChannels implements NoticeChannels {
        private final List<TargetUrl> kept = new CopyOnWriteArrayList<>();
        private final List<Notice> tried = new ArrayList<>();
        private volatile @Nullable Statement problem;

        @Override
        public boolean keepWebhook(TargetUrl full) {
            kept.add(full);
            return false;
        }

        @Override
        public void forgetWebhook() {
            kept.clear();
        }

        @Override
        public @Nullable Statement tryDesktop(Notice notice) {
            tried.add(notice);
            return problem;
        }

        @Override
        public @Nullable Statement tryWebhook(@Nullable TargetUrl full, Notice notice) {
            tried.add(notice);
            return problem;
        }

        @Override
        public @Nullable Statement tryCommand(List<String> command, Notice notice) {
            tried.add(notice);
            return problem;
        }
    }
}
