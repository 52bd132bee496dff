package dev.linkscope.ui.shell;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.linkscope.domain.diagnosis.Failure;
import dev.linkscope.domain.diagnosis.FailureCode;
import dev.linkscope.domain.printer.Labels;
import dev.linkscope.domain.printer.Printer;
import dev.linkscope.domain.printer.Target;
import dev.linkscope.engine.port.AgentLink;
import dev.linkscope.engine.port.Alerts;
import dev.linkscope.engine.port.ConnectStep;
import dev.linkscope.engine.port.LinkException;
import dev.linkscope.engine.port.LinkFactory;
import dev.linkscope.engine.port.LinkQuestions;
import dev.linkscope.engine.port.LinkQuestions.HostKey;
import dev.linkscope.engine.port.LinkQuestions.SecretKind;
import dev.linkscope.engine.port.LinkQuestions.SecretQuestion;
import dev.linkscope.inventory.PrinterLists;
import dev.linkscope.ui.FakeLink;
import dev.linkscope.ui.FakeServices;
import dev.linkscope.ui.FakeSnapshots;
import dev.linkscope.ui.FxToolkit;
import dev.linkscope.ui.common.Background;
import dev.linkscope.ui.common.FxExecutor;
import dev.linkscope.ui.common.Overlay;
import dev.linkscope.ui.common.SettingsWriter;
import dev.linkscope.ui.common.Theme;
import dev.linkscope.ui.common.Toast;
import dev.linkscope.ui.farm.FarmCommands;
import dev.linkscope.ui.farm.FarmModel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import javafx.scene.Scene;
import javafx.scene.control.Labeled;
import javafx.scene.control.ListView;
import javafx.scene.control.TableView;
import javafx.scene.control.TextArea;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.StackPane;
import javafx.stage.Stage;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;

/** A list is brought, tried and added, clicked and typed on the platform without a display. */
@ExtendWith(FxToolkit.class)
@Timeout(90)
class ManyPrintersTest {
    private static final String LIST =
            """
            target,name,group
            pi@prusa-1.local,Prusa 1,Upstairs
            prusa-2.local,Prusa 2,Upstairs
            mini-1.local,Mini 1,
            -bad,Broken,
            prusa-2.local,Again,
            """;

    private final FakeServices fakes = new FakeServices();
    private final FxRobot robot = new FxRobot();
    private final FarmModel model = new FarmModel(FakeServices.WORDING, () -> Alerts.USUAL);
    private final SettingsWriter settings = new SettingsWriter(fakes.settings);
    private final FarmCommands commands =
            new FarmCommands(
                    fakes.farm,
                    settings,
                    model,
                    printer -> LinkQuestions.NOBODY,
                    () -> Printer.DEFAULT_CADENCE);
    private final Set<String> offered = ConcurrentHashMap.newKeySet();
    private Dialogs dialogs;
    private Stage stage;
    private Scene scene;

    private void open(LinkFactory links) throws Exception {
        Services plain = fakes.with(links);
        var services =
                new Services(
                        plain.farm(),
                        plain.witness(),
                        plain.test(),
                        plain.octoPrint(),
                        plain.reports(),
                        plain.settings(),
                        plain.messages(),
                        plain.clock(),
                        plain.demoFarm(),
                        new FarmServices(
                                plain.many().view(),
                                plain.many().incidents(),
                                plain.many().discovery(),
                                new PrinterLists(),
                                plain.many().channels()),
                        plain.fixes(),
                        plain.past(),
                        plain.applied(),
                        plain.troubles());
        FxToolkit.onFx(() -> {
            Theme.LIGHT.apply();
            var overlay = new Overlay();
            dialogs =
                    new Dialogs(
                            services,
                            FakeServices.WORDING,
                            overlay,
                            new Background(FxExecutor.FX),
                            new Toast("Close"));
            var root = new StackPane(overlay);
            root.getStyleClass().add("app-root");
            scene = new Scene(root, 1000, 780);
            Theme.dress(scene);
            stage = new Stage();
            stage.setScene(scene);
            stage.show();
        });
        robot.targetWindow(stage);
    }

    @AfterEach
    void close() throws Exception {
        settings.close();
        if (stage != null) {
            FxToolkit.onFx(() -> stage.close());
        }
    }

    /** A server as SSH has it; the mini has another password. */
    private AgentLink server(Printer printer, LinkQuestions questions) {
        return (request, progress) -> {
            String host = ((Target.Ssh) printer.target()).host();
            String print = "SHA256:Qm4pX0cVq9Qm4pX0cVq9Qm4pX0cVq9" + host.hashCode();
            if (!questions.acceptHostKey(new HostKey(host, 22, "ssh-ed25519", print))) {
                throw failed(FailureCode.HOST_KEY_UNKNOWN, ConnectStep.HOST_KEY, host);
            }
            progress.done(ConnectStep.HOST_KEY, print, Duration.ofMillis(9));
            char[] told =
                    questions.secret(new SecretQuestion(SecretKind.PASSWORD, "pi@" + host, null));
            if (told != null) {
                offered.add(host);
            }
            if (told == null || host.startsWith("mini") != new String(told).equals("filament")) {
                throw failed(FailureCode.LOGIN_REFUSED, ConnectStep.LOGIN, host);
            }
            return FakeLink.working().open(request, progress);
        };
    }

    private static LinkException failed(FailureCode code, ConnectStep step, String host) {
        return new LinkException(Failure.of(code, host, "pi", "password"), step, null);
    }

    private boolean is(String query) {
        return !robot.lookup(query).queryAll().isEmpty();
    }

    private String text(String query) {
        return robot.lookup(query).<Labeled>query().getText();
    }

    private void picture(String name) throws Exception {
        for (Theme theme : List.of(Theme.DARK, Theme.LIGHT)) {
            var image =
                    FxToolkit.onFx(() -> {
                        theme.apply();
                        scene.getRoot().applyCss();
                        scene.getRoot().layout();
                        return OffscreenPictures.copy(scene.snapshot(null));
                    });
            Path file = Path.of("target", "pictures", name + "-" + theme.storedName() + ".png");
            Files.createDirectories(file.getParent());
            ImageIO.write(image, "png", file.toFile());
        }
    }

    private void bring(String list) throws Exception {
        FxToolkit.onFx(() -> dialogs.importList(commands::addAll));
        FxToolkit.onFx(() -> robot.lookup("#import-text").<TextArea>query().setText(list));
        await().until(() -> text("#import-continue").startsWith("Continue with"));
    }

    @Test
    void aListIsBroughtTriedReviewedAndAdded() throws Exception {
        open(this::server);
        bring(LIST);
        await().until(() -> text("#import-continue").equals("Continue with 3 printers"));
        assertThat(text("#import-sum"))
                .isEqualTo(
                        "A plain list or CSV: 3 printers, 1 entry cannot be used, 1 is named again.");
        picture("import-list");
        robot.clickOn("#import-tags").write("new");
        robot.clickOn("#import-continue");

        await().until(() -> is("#bulk-rows"));
        robot.clickOn("#bulk-user").write("pi");
        robot.clickOn("#bulk-password").write("raspberry");
        picture("bulk-setup");
        robot.clickOn("#bulk-start");

        await().until(() -> is("#bulk-keys"));
        assertThat(offered).as("no password before the review").isEmpty();
        assertThat(robot.lookup("#bulk-keys").<TableView<?>>query().getItems()).hasSize(3);
        robot.clickOn("#bulk-trust-all");
        picture("bulk-review");
        robot.clickOn("#bulk-accept");

        await().until(() -> is("#bulk-sum"));
        assertThat(text("#bulk-sum")).isEqualTo("2 printers were added, 1 could not be.");
        picture("bulk-result");
        assertThat(fakes.farm.calls()).containsExactly("add Prusa 1", "add Prusa 2");
        await().until(() -> fakes.settings.load().printers().size() == 2);
        Printer second = fakes.settings.load().printers().get(1);
        assertThat(second.target().display()).isEqualTo("pi@prusa-2.local");
        assertThat(second.labels()).isEqualTo(new Labels("Upstairs", List.of("new")));
        // What was accepted answers the first question of the link that is made for good.
        assertThat(
                        fakes.farm
                                .questions(second.id())
                                .secret(
                                        new SecretQuestion(
                                                SecretKind.PASSWORD, "pi@prusa-2.local", null)))
                .isEqualTo("raspberry".toCharArray());

        robot.clickOn("#bulk-again");
        await().until(() -> is("#bulk-rows"));
        assertThat(robot.lookup("#bulk-rows").<TableView<?>>query().getItems()).hasSize(1);
        robot.clickOn("#bulk-password").write("raspberry");
        robot.clickOn(".cell-password").write("filament");
        picture("bulk-own-password");
        robot.clickOn("#bulk-start");
        await().until(() -> is("#bulk-keys"));
        robot.clickOn("#bulk-trust-all");
        robot.clickOn("#bulk-accept");
        await().until(() -> is("#bulk-sum"));
        assertThat(text("#bulk-sum")).isEqualTo("1 printer was added.");
        robot.type(KeyCode.ESCAPE);
        await().until(() -> !is("#bulk-add"));
    }

    @Test
    void keysThatAreNotTickedGetNoPassword() throws Exception {
        open(this::server);
        List<Printer> two = List.of(printer("prusa-1.local"), printer("prusa-2.local"));
        FxToolkit.onFx(() -> dialogs.addMany(two, commands::addAll));
        robot.clickOn("#bulk-password").write("raspberry");
        robot.clickOn("#bulk-start");
        await().until(() -> is("#bulk-keys"));
        robot.clickOn("#bulk-accept");
        await().until(() -> is("#bulk-sum"));
        assertThat(text("#bulk-sum")).isEqualTo("No printer was added, 2 could not be.");
        assertThat(offered).isEmpty();
        assertThat(fakes.farm.calls()).isEmpty();
    }

    @Test
    void cancelStopsAndKeepsWhatSucceeded() throws Exception {
        var interrupted = new CountDownLatch(1);
        open((printer, questions) ->
                printer.name().startsWith("stuck")
                        ? FakeLink.stuck(interrupted)
                        : FakeLink.working());
        List<Printer> two = List.of(printer("fine.local"), printer("stuck.local"));
        FxToolkit.onFx(() -> dialogs.addMany(two, commands::addAll));
        robot.clickOn("#bulk-start");
        await().until(() -> is("#bulk-cancel"));
        await().until(() -> text("#bulk-add .muted.small").startsWith("Looked at 1 of 2"));
        picture("bulk-progress");
        robot.clickOn("#bulk-cancel");
        assertThat(interrupted.await(5, TimeUnit.SECONDS)).isTrue();
        await().until(() -> is("#bulk-sum"));
        assertThat(fakes.farm.calls()).containsExactly("add fine.local");
    }

    @Test
    void aPasswordThatThreeRefuseIsNotTriedOnTheRest() throws Exception {
        open(this::server);
        List<Printer> minis =
                IntStream.range(0, 6).mapToObj(i -> printer("mini-" + i + ".local")).toList();
        FxToolkit.onFx(() -> dialogs.addMany(minis, commands::addAll));
        robot.clickOn("#bulk-password").write("wrong");
        robot.clickOn("#bulk-start");
        await().until(() -> is("#bulk-keys"));
        robot.clickOn("#bulk-trust-all");
        robot.clickOn("#bulk-accept");
        await().until(() ->
                is("#bulk-refused") && robot.lookup("#bulk-refused").query().isVisible());
        picture("bulk-refused");
        assertThat(offered).hasSize(3);
        robot.clickOn("#bulk-stop");
        await().until(() -> is("#bulk-sum"));
        assertThat(text("#bulk-sum")).isEqualTo("No printer was added, 6 could not be.");
        assertThat(offered).hasSize(3);
    }

    @Test
    void wrongInputIsSaidBeforeAnythingIsTried() throws Exception {
        open((printer, questions) -> FakeLink.working());
        FxToolkit.onFx(() -> dialogs.addMany(List.of(printer("a.local")), commands::addAll));
        robot.clickOn("#bulk-user").write("-x");
        robot.clickOn("#bulk-start");
        await().until(() -> is(".complaint") && text(".complaint").contains("hyphen"));
        assertThat(fakes.farm.calls()).isEmpty();
    }

    @Test
    void whatIsNoListIsSaidWithTheNextStep() throws Exception {
        fakes.farm.put(FakeSnapshots.connecting(printer("prusa-2.local")));
        open((printer, questions) -> FakeLink.working());
        bring("{\"printers\": [");
        await().until(() -> text("#import-sum").contains("looks like JSON"));
        assertThat(robot.lookup("#import-continue").query().isDisabled()).isTrue();
        FxToolkit.onFx(() -> robot.lookup("#import-text").<TextArea>query().setText(LIST));
        await().until(() -> text("#import-continue").equals("Continue with 2 printers"));
        assertThat(robot.lookup("#import-entries").<ListView<?>>query().getItems()).hasSize(5);
    }

    @Test
    void twoHundredAreAddedWithOneChangeOfTheSettings() {
        List<Printer> many =
                IntStream.range(0, 200).mapToObj(i -> printer("p" + i + ".local")).toList();
        commands.addAll(many, printer -> LinkQuestions.NOBODY);
        await().until(() -> fakes.settings.load().printers().size() == 200);
        commands.addAll(many, printer -> LinkQuestions.NOBODY);
        assertThat(fakes.farm.calls()).hasSize(200);
    }

    @Test
    void groupAndTagsChangeWithoutANewSession() throws Exception {
        open((printer, questions) -> FakeLink.working());
        Printer printer = printer("a.local");
        commands.add(printer);
        FxToolkit.onFx(() -> dialogs.relabel(List.of(printer), commands::relabel));
        robot.clickOn("#labels-group").write("Cellar");
        robot.clickOn("#labels-tags").write("mk3, old");
        picture("labels");
        robot.clickOn("#labels-save");
        await().until(() ->
                fakes.settings
                        .load()
                        .printers()
                        .getFirst()
                        .labels()
                        .equals(new Labels("Cellar", List.of("mk3", "old"))));
        assertThat(fakes.farm.calls()).contains("relabel a.local Cellar [mk3, old]");
    }

    private static Printer printer(String host) {
        return FakeSnapshots.printer(host, new Target.Ssh(host, null, null, null));
    }
}
