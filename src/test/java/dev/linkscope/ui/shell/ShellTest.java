package dev.linkscope.ui.shell;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.linkscope.domain.diagnosis.FailureCode;
import dev.linkscope.engine.port.ConnectProgress;
import dev.linkscope.engine.port.ConnectStep;
import dev.linkscope.engine.port.LinkException;
import dev.linkscope.engine.port.LinkFactory;
import dev.linkscope.ui.FakeLink;
import dev.linkscope.ui.FakeServices;
import dev.linkscope.ui.FakeSnapshots;
import dev.linkscope.ui.FxToolkit;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Labeled;
import javafx.scene.control.ListView;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.Region;
import javafx.scene.paint.Color;
import javafx.stage.Stage;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;

/** The main ways through the window, clicked and typed on the platform without a display. */
@ExtendWith(FxToolkit.class)
@Timeout(90)
class ShellTest {
    private static final Path PICTURES = Path.of("target", "pictures");

    private final FakeServices fakes = new FakeServices();
    private final FxRobot robot = new FxRobot();
    private Shell shell;
    private Stage stage;

    private void open(LinkFactory links) throws Exception {
        FxToolkit.onFx(() -> {
            stage = new Stage();
            shell = new Shell(fakes.with(links), fakes.settings.load());
            shell.show(stage);
            stage.setWidth(990);
            stage.setHeight(790);
        });
        robot.targetWindow(stage);
    }

    private void open() throws Exception {
        open((printer, questions) -> FakeLink.working());
    }

    @AfterEach
    void close() throws Exception {
        FxToolkit.onFx(() -> stage.close());
    }

    @Test
    void demoOpensFromTheFirstStart() throws Exception {
        open();
        assertThat(shown("#first-start")).isTrue();
        robot.clickOn("#start-demo");
        await().until(() -> !shown("#first-start"));
        assertThat(fakes.farm.calls()).containsExactly("add Demo one", "add Demo two");
        await().until(() -> shownText("Simulated data"));
        assertThat(fakes.settings.load().printers()).as("a demo is not remembered").isEmpty();
    }

    @Test
    void thisComputerIsMeasuredAndRemembered() throws Exception {
        open();
        robot.clickOn("#start-local");
        assertThat(fakes.farm.calls()).containsExactly("add This computer");
        await().until(() -> fakes.settings.load().printers().size() == 1);
    }

    @Test
    void pageFollowsTheListAndSearchNarrowsIt() throws Exception {
        FakeSnapshots.farm().forEach(fakes.farm::put);
        open();
        press(KeyCode.DIGIT2);
        assertThat(shownText("12 printers · 5 need action")).isTrue();
        assertThat(shownText("Prusa-07 drops off the network in bursts")).isTrue();
        robot.clickOn("Mini-03");
        assertThat(shownText("Mini-03 loses single attempts")).isTrue();

        press(KeyCode.F);
        robot.write("voron");
        ListView<?> list = robot.lookup("#printers").query();
        await().until(() -> list.getItems().size() == 2);
        assertThat(shownText("Mini-03 loses single attempts")).as("the page stays").isTrue();
        robot.clickOn("Voron-06");
        assertThat(shownText("The key was refused for user pi")).isTrue();
        robot.clickOn("#retry");
        assertThat(fakes.farm.calls()).containsExactly("retry Voron-06");
        robot.clickOn("Voron-08");
        assertThat(shownText("Trying again in 42 s")).isTrue();
    }

    @Test
    void arrowKeysMoveThroughTheList() throws Exception {
        FakeSnapshots.farm().forEach(fakes.farm::put);
        open();
        press(KeyCode.DIGIT2);
        robot.clickOn("Prusa-07");
        robot.type(KeyCode.DOWN);
        await().until(() -> shownText("Ender-01 is fine"));
    }

    @Test
    void aRemovedPrinterComesBackByUndoAndGoesForGoodWithoutIt() throws Exception {
        fakes.farm.put(FakeSnapshots.healthy("Ender-01", 1));
        fakes.farm.put(FakeSnapshots.healthy("Ender-02", 2));
        open();
        press(KeyCode.DIGIT2);
        robot.clickOn("Ender-02");
        robot.type(KeyCode.DELETE);
        await().until(() -> shownText("Ender-02 was removed"));
        ListView<?> list = robot.lookup("#printers").query();
        assertThat(list.getItems()).hasSize(1);
        picture("toast");
        robot.clickOn("#toast-action");
        await().until(() -> list.getItems().size() == 2);
        assertThat(fakes.farm.calls()).isEmpty();

        robot.clickOn("Ender-01");
        robot.type(KeyCode.DELETE);
        FxToolkit.onFx(() -> stage.close());
        assertThat(fakes.farm.calls()).containsExactly("remove Ender-01");
    }

    @Test
    void aPrintersHistoryStaysByUndoAndGoesForGoodWithoutIt() throws Exception {
        fakes.farm.put(FakeSnapshots.healthy("Ender-01", 1));
        open();
        press(KeyCode.DIGIT2);
        clearHistory();
        await().until(() -> shownText("The history of Ender-01 goes in a moment"));
        robot.clickOn("#toast-action");
        await().until(() -> shownText("Nothing was cleared"));
        assertThat(fakes.farm.calls()).isEmpty();

        clearHistory();
        await().until(() -> shownText("The history of Ender-01 goes in a moment"));
        await().until(() -> shownText("The history of Ender-01 is cleared"));
        assertThat(fakes.farm.calls()).containsExactly("forget the past of Ender-01");
        await().until(() -> !shownText("Ender-01 is fine"));

        fakes.farm.forgets = false;
        clearHistory();
        await().until(() -> shownText("The history of Ender-01 could not be cleared"));
        clearHistory();
        FxToolkit.onFx(() -> stage.close());
        assertThat(fakes.farm.calls()).as("not lost with the window").hasSize(3);
    }

    private MenuItem clearing() {
        return robot.lookup("#page-menu").queryAs(MenuButton.class).getItems().stream()
                .filter(item -> item.getText().equals("Clear this printer's history"))
                .findFirst()
                .orElseThrow();
    }

    private void clearHistory() throws Exception {
        assertThat(clearing().isVisible()).isTrue();
        FxToolkit.onFx(() -> clearing().fire());
    }

    @Test
    void whatIsMadeUpHasNoHistoryToClear() throws Exception {
        open();
        robot.clickOn("#start-demo");
        await().until(() -> shownText("Simulated data"));
        press(KeyCode.DIGIT2);
        assertThat(clearing().isVisible()).isFalse();
    }

    @Test
    void themeIsToggledAndRemembered() throws Exception {
        open();
        press(KeyCode.D);
        await().until(() -> fakes.settings.load().theme().equals("dark"));
        await().until(() -> ground().getBrightness() < 0.3);
        robot.clickOn("#theme-button");
        await().until(() -> fakes.settings.load().theme().equals("light"));
        await().until(() -> ground().getBrightness() > 0.9);
    }

    /** What the window is painted on. */
    private Color ground() throws InterruptedException {
        return FxToolkit.onFx(() ->
                (Color)
                        ((Region) stage.getScene().getRoot())
                                .getBackground()
                                .getFills()
                                .getFirst()
                                .getFill());
    }

    @Test
    void aPrinterThatAnswersIsAdded() throws Exception {
        open();
        press(KeyCode.N);
        assertThat(disabled("#add")).isTrue();
        robot.clickOn("#with-USUAL");
        robot.clickOn("#address").write("pi@prusa-07.local");
        robot.clickOn("#try-it");
        await().until(() -> !disabled("#add"));
        assertThat(shownText("Everything works")).isTrue();
        picture("add-done");
        robot.clickOn("#add");
        assertThat(fakes.farm.calls()).containsExactly("add Prusa-07");
        await().until(() -> fakes.settings.load().printers().size() == 1);
        assertThat(fakes.settings.load().printers().getFirst().target().display())
                .isEqualTo("pi@prusa-07.local");
    }

    @Test
    void whatCannotBeUsedIsSaidAtTheField() throws Exception {
        open();
        press(KeyCode.N);
        robot.clickOn("#try-it");
        assertThat(shownText("Type the name or address")).isTrue();
        robot.clickOn("#with-USUAL");
        robot.clickOn("#address").write("two words");
        assertThat(shownText("This is not an address")).isTrue();
        robot.clickOn("#with-KEY");
        assertThat(shownText("Choose the file of the private key")).isTrue();
        picture("add-wrong");
        robot.clickOn("#cancel");
        await().until(() -> !shown("#add-printer"));
    }

    @Test
    void aFailingStepSaysWhyAndThePrinterCanBeAddedAnyway() throws Exception {
        open((printer, questions) ->
                FakeLink.failingAt(ConnectStep.LOGIN, FailureCode.LOGIN_REFUSED));
        press(KeyCode.N);
        robot.clickOn("#with-USUAL");
        robot.clickOn("#address").write("prusa-07.local");
        robot.clickOn("#try-it");
        await().until(() -> shownText("The key was refused for user pi on prusa-07.local."));
        assertThat(text("#try-it")).isEqualTo("Try again");
        assertThat(text("#add")).isEqualTo("Add anyway");
        picture("add-failed");
        robot.clickOn("#add");
        assertThat(fakes.farm.calls()).containsExactly("add Prusa-07");
    }

    @Test
    void hostKeyAndPasswordAreAskedInTheDialog() throws Exception {
        open((printer, questions) -> FakeLink.asking(questions));
        press(KeyCode.N);
        robot.clickOn("#with-USUAL");
        robot.clickOn("#address").write("prusa-07.local");
        robot.clickOn("#try-it");
        await().until(() -> shown("#accept-host-key"));
        assertThat(robot.lookup(".fingerprint").<TextField>query().getText())
                .isEqualTo("SHA256:pX0cVq9Qm4");
        picture("add-host-key");
        robot.clickOn("#accept-host-key");
        await().until(() -> shown("#secret"));
        robot.clickOn("#secret").write("raspberry");
        picture("add-password");
        robot.clickOn("#tell-secret");
        await().until(() -> shownText("Everything works"));
    }

    @Test
    void aRefusedHostKeyIsAFailure() throws Exception {
        open((printer, questions) -> FakeLink.asking(questions));
        press(KeyCode.N);
        robot.clickOn("#with-USUAL");
        robot.clickOn("#address").write("prusa-07.local");
        robot.clickOn("#try-it");
        await().until(() -> shown("#refuse-host-key"));
        robot.clickOn("#refuse-host-key");
        await().until(() -> shownText("was not accepted"));
    }

    @Test
    void cancellingInterruptsTheTrial() throws Exception {
        var interrupted = new CountDownLatch(1);
        open((printer, questions) -> FakeLink.stuck(interrupted));
        press(KeyCode.N);
        robot.clickOn("#with-USUAL");
        robot.clickOn("#address").write("prusa-07.local");
        robot.clickOn("#try-it");
        await().until(() -> shownText("Address found"));
        robot.type(KeyCode.ESCAPE);
        await().until(() -> !shown("#add-printer"));
        assertThat(interrupted.await(5, TimeUnit.SECONDS)).isTrue();
    }

    @Test
    void aSessionAsksInTheWindow() throws Exception {
        open();
        robot.clickOn("#start-local");
        var id = fakes.farm.snapshots().getFirst().printer().id();
        var questions = fakes.farm.questions(id);
        var link = FakeLink.asking(questions);
        var thread =
                new Thread(() -> {
                    try {
                        link.open(null, ConnectProgress.NONE).close();
                    } catch (LinkException e) {
                        throw new IllegalStateException(e);
                    }
                });
        thread.setDaemon(true);
        thread.start();
        await().until(() -> shown("#accept-host-key"));
        picture("question");
        robot.clickOn("#accept-host-key");
        await().until(() -> shown("#secret"));
        robot.write("raspberry").type(KeyCode.ENTER);
        thread.join(5000);
        assertThat(thread.isAlive()).isFalse();
    }

    private boolean shown(String query) {
        return robot.lookup(query).queryAll().stream().anyMatch(ShellTest::isShown);
    }

    private static boolean isShown(Node node) {
        for (Node at = node; at != null; at = at.getParent()) {
            if (!at.isVisible()) {
                return false;
            }
        }
        return true;
    }

    private boolean shownText(String part) {
        Predicate<Labeled> says =
                label -> label.getText() != null && label.getText().contains(part);
        return robot.lookup(".label").queryAllAs(Labeled.class).stream()
                .filter(ShellTest::isShown)
                .anyMatch(says);
    }

    private boolean disabled(String query) {
        return robot.lookup(query).<Button>query().isDisabled();
    }

    private String text(String query) {
        return robot.lookup(query).<Button>query().getText();
    }

    private void press(KeyCode key) {
        robot.press(KeyCode.CONTROL, key).release(key, KeyCode.CONTROL);
    }

    private void picture(String name) throws Exception {
        await().pollDelay(Duration.ofMillis(300)).until(() -> true);
        BufferedImage image =
                FxToolkit.onFx(() -> OffscreenPictures.copy(stage.getScene().snapshot(null)));
        write(image, name);
    }

    private static void write(BufferedImage image, String name) throws IOException {
        Files.createDirectories(PICTURES);
        ImageIO.write(image, "png", PICTURES.resolve("flow-" + name + ".png").toFile());
    }
}
