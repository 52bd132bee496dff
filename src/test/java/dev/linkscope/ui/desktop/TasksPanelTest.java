package dev.linkscope.ui.desktop;

import static org.assertj.core.api.Assertions.assertThat;

import dev.linkscope.ui.FakeServices;
import dev.linkscope.ui.FxToolkit;
import dev.linkscope.ui.UiWindow;
import dev.linkscope.ui.common.Background;
import dev.linkscope.ui.common.FxExecutor;
import dev.linkscope.ui.common.LongTask;
import dev.linkscope.ui.common.LongWork;
import dev.linkscope.ui.common.Theme;
import dev.linkscope.ui.shell.OffscreenPictures;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.Labeled;
import javafx.scene.image.WritableImage;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.StackPane;
import javafx.stage.Stage;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;

/** What takes long is listed, can be watched and cancelled, and says what came of it. */
@ExtendWith(FxToolkit.class)
@Timeout(60)
class TasksPanelTest {
    private final FxRobot robot = new FxRobot();
    private final CountDownLatch goOn = new CountDownLatch(1);
    private final List<String> told = new CopyOnWriteArrayList<>();
    private LongWork work;
    private Background background;
    private TasksPanel panel;
    private Stage stage;

    @BeforeEach
    void open() throws Exception {
        FxToolkit.onFx(() -> {
            work = new LongWork(FakeServices.WORDING);
            background = new Background(FxExecutor.FX, work);
            panel = new TasksPanel(work, FakeServices.WORDING);
            var frame = new BorderPane();
            frame.setBottom(panel.opener());
            StackPane.setAlignment(panel, Pos.BOTTOM_RIGHT);
            var root = new StackPane(frame, panel);
            root.getStyleClass().add("app-root");
            stage = new Stage();
            stage.setScene(new Scene(root, 520, 420));
            Theme.dress(stage.getScene());
            Theme.LIGHT.apply();
            stage.show();
        });
        robot.targetWindow(stage);
    }

    @AfterEach
    void close() throws Exception {
        goOn.countDown();
        FxToolkit.onFx(() -> stage.close());
    }

    private void start(String title) throws Exception {
        FxToolkit.onFx(() -> {
            background.start(
                    "slow",
                    title,
                    () -> {
                        goOn.await();
                        return "result";
                    },
                    told::add,
                    problem -> told.add(problem.getClass().getSimpleName()));
        });
    }

    private boolean says(String text) {
        return robot.lookup(Labeled.class::isInstance).queryAllAs(Labeled.class).stream()
                .filter(Node::isVisible)
                .anyMatch(label -> text.equals(label.getText()));
    }

    private void picture(String name) throws Exception {
        for (Theme theme : List.of(Theme.DARK, Theme.LIGHT)) {
            WritableImage drawn =
                    FxToolkit.onFx(() -> {
                        theme.apply();
                        stage.getScene().getRoot().applyCss();
                        stage.getScene().getRoot().layout();
                        return stage.getScene().snapshot(null);
                    });
            Files.createDirectories(Path.of("target/pictures"));
            ImageIO.write(
                    OffscreenPictures.copy(drawn),
                    "png",
                    Path.of("target/pictures", name + "-" + theme.storedName() + ".png").toFile());
        }
    }

    @Test
    void whatIsQuickIsNeverListed() throws Exception {
        goOn.countDown();
        start("Quick");
        UiWindow.await().until(() -> told.equals(List.of("result")));
        FxToolkit.onFx(() -> {
            assertThat(work.tasks()).isEmpty();
            assertThat(panel.opener().isVisible()).isFalse();
        });
    }

    @Test
    void tasksAreWatchedCancelledAndSayWhatCameOfThem() throws Exception {
        start("Comparing two spans of Prusa-07");
        LongTask adding =
                FxToolkit.onFx(
                        () -> work.begin("Adding 12 printers", () -> told.add("bulk stopped")));
        UiWindow.await().until(() -> says("2 tasks"));
        adding.progress(0.4, "5 of 12 tried");
        FxToolkit.onFx(() -> panel.opener().requestFocus());
        robot.type(KeyCode.SPACE);
        UiWindow.await().until(() -> panel.isVisible() && says("5 of 12 tried"));
        picture("tasks");

        // By the keyboard alone: the newest is the first.
        UiWindow.await()
                .until(() -> {
                    robot.type(KeyCode.TAB);
                    Node owner = stage.getScene().getFocusOwner();
                    return owner instanceof Button button && button.getText().equals("Cancel");
                });
        robot.type(KeyCode.SPACE);
        UiWindow.await().until(() -> !told.isEmpty() && says("Cancelled."));
        assertThat(told).containsExactly("bulk stopped");
        assertThat(says("1 task")).isTrue();

        goOn.countDown();
        UiWindow.await().until(() -> says("Done.") && says("Tasks are done"));
        picture("tasks-ended");
        robot.type(KeyCode.ESCAPE);
        UiWindow.await().until(() -> !panel.isVisible() && !panel.opener().isVisible());
    }

    @Test
    void cancellingInterruptsTheWork() throws Exception {
        start("Long");
        UiWindow.await().until(() -> says("1 task"));
        robot.clickOn("#tasks-button");
        UiWindow.await().until(() -> says("Cancel"));
        robot.clickOn("Cancel");
        UiWindow.await().until(() -> told.equals(List.of("InterruptedException")));
        FxToolkit.onFx(() -> assertThat(work.runningProperty().get()).isZero());
    }
}
