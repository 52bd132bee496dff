package dev.linkscope.ui.report;

import static org.assertj.core.api.Assertions.assertThat;

import dev.linkscope.domain.report.RedactionLevel;
import dev.linkscope.engine.report.ReportFormat;
import dev.linkscope.engine.report.ReportRequest;
import dev.linkscope.ui.FakeReportDesk;
import dev.linkscope.ui.FakeServices;
import dev.linkscope.ui.FakeSnapshots;
import dev.linkscope.ui.FxToolkit;
import dev.linkscope.ui.UiWindow;
import dev.linkscope.ui.common.FxExecutor;
import dev.linkscope.ui.common.Theme;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.stream.Stream;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.RadioButton;
import javafx.scene.control.TextInputControl;
import javafx.scene.image.ImageView;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.StackPane;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;

/** The card that a report is made with, clicked and typed. */
@ExtendWith(FxToolkit.class)
@Timeout(60)
class ReportCardTest {
    private static final List<Reportable> ALL =
            Stream.of("Ender-01", "Mini-03", "Prusa-07")
                    .map(FakeSnapshots::printer)
                    .map(printer -> new Reportable(printer.id(), printer.name()))
                    .toList();

    private final FakeReportDesk desk = new FakeReportDesk();
    private final List<Path> written = new CopyOnWriteArrayList<>();
    private final List<String> suggested = new CopyOnWriteArrayList<>();
    private final FxRobot robot = new FxRobot();
    private final StackPane root = new StackPane();
    @TempDir private Path anywhere;
    private Path target;
    private Stage stage;

    private void open(int printers) throws Exception {
        if (target == null) {
            target = anywhere.resolve("report");
        }
        FxToolkit.onFx(() -> {
            var card =
                    new ReportCard(
                            desk,
                            FakeServices.WORDING,
                            ALL,
                            ALL.stream().limit(printers).map(Reportable::id).toList(),
                            FakeServices.CLOCK,
                            (format, name) -> {
                                suggested.add(name);
                                return target;
                            },
                            FxExecutor.FX,
                            written::add,
                            () -> root.getChildren().clear());
            root.getChildren().setAll(card);
            root.getStyleClass().add("app-root");
            stage = new Stage();
            var scene = new Scene(root, 990, 900);
            Theme.dress(scene);
            Theme.LIGHT.apply();
            stage.setScene(scene);
            stage.setX(0);
            stage.setY(0);
            stage.show();
            card.focusFirst();
        });
        robot.targetWindow(stage);
    }

    @AfterEach
    void close() throws Exception {
        FxToolkit.onFx(() -> stage.close());
    }

    private ReportRequest latest() {
        return desk.requests.getLast();
    }

    private void choose(String query) throws Exception {
        FxToolkit.onFx(() -> robot.lookup(query).<RadioButton>query().setSelected(true));
    }

    // What is looked for changes meanwhile, on the window's thread.
    private String text(String query) throws Exception {
        return FxToolkit.onFx(() -> robot.lookup(query).<Label>query().getText());
    }

    private void type(String query, String text) throws Exception {
        FxToolkit.onFx(() -> robot.lookup(query).<TextInputControl>query().setText(text));
    }

    private boolean ready() throws Exception {
        return FxToolkit.onFx(() ->
                robot.lookup("#export-save")
                        .tryQueryAs(Button.class)
                        .map(button -> !button.isDisabled())
                        .orElse(false));
    }

    private String complaint() throws Exception {
        return FxToolkit.onFx(() ->
                robot.lookup(".complaint").queryAllAs(Label.class).stream()
                        .filter(Label::isVisible)
                        .map(Label::getText)
                        .findFirst()
                        .orElse(""));
    }

    private boolean pageIsShown() throws Exception {
        return FxToolkit.onFx(() ->
                robot.lookup("#export-preview .image-view").queryAllAs(ImageView.class).stream()
                        .anyMatch(view -> view.getImage() != null));
    }

    @Test
    void theFirstDraftIsOfThePrinterForSupport() throws Exception {
        open(1);
        UiWindow.await().until(this::ready);
        assertThat(latest().printers()).containsExactly(ALL.getFirst().id());
        assertThat(latest().scope().level()).isEqualTo(RedactionLevel.SUPPORT);
        assertThat(latest().scope().from()).isNull();
        assertThat(latest().scope().note()).isNull();
        assertThat(latest().withLog()).isFalse();
        UiWindow.await().until(this::pageIsShown);
        assertThat(text("#export-page-number")).isEqualTo("Page 1 of 3");
    }

    @Test
    void eachChoiceReachesTheDraftAndTheOldOneIsClosed() throws Exception {
        open(1);
        UiWindow.await().until(this::ready);
        choose("#export-all");
        choose("#export-span-DAY");
        choose("#export-level-public");
        type("#export-note", " moved the router ");
        FxToolkit.onFx(() -> robot.lookup("#export-log").<CheckBox>query().setSelected(true));
        UiWindow.await().until(() -> desk.drafts.size() == 2 && ready());
        assertThat(desk.requests).as("quick changes make one draft").hasSize(2);
        assertThat(latest().printers()).hasSize(3);
        assertThat(latest().scope().from()).isEqualTo(FakeSnapshots.NOW.minus(Duration.ofDays(1)));
        assertThat(latest().scope().to()).isNull();
        assertThat(latest().scope().level()).isEqualTo(RedactionLevel.PUBLIC);
        assertThat(latest().scope().note()).isEqualTo("moved the router");
        assertThat(latest().withLog()).isTrue();
        assertThat(desk.drafts.getFirst().closed).isTrue();
        assertThat(desk.drafts.getLast().closed).isFalse();
    }

    @Test
    void printersAreTickedByTheSpaceBar() throws Exception {
        open(1);
        choose("#export-chosen");
        UiWindow.await().until(() -> robot.lookup("#export-printers").query().isVisible());
        FxToolkit.onFx(() -> {
            ListView<?> list = robot.lookup("#export-printers").query();
            list.requestFocus();
            list.getSelectionModel().select(2);
        });
        // An underscore of a name stays a letter.
        UiWindow.await()
                .untilAsserted(() ->
                        assertThat(
                                        FxToolkit.onFx(() ->
                                                robot.lookup("#export-printers .check-box")
                                                        .queryAllAs(CheckBox.class)))
                                .isNotEmpty()
                                .noneMatch(CheckBox::isMnemonicParsing));
        robot.type(KeyCode.SPACE);
        UiWindow.await().until(() -> !desk.drafts.isEmpty() && latest().printers().size() == 2);
        assertThat(latest().printers()).containsExactly(ALL.get(0).id(), ALL.get(2).id());
        robot.type(KeyCode.SPACE, KeyCode.UP, KeyCode.UP, KeyCode.SPACE);
        UiWindow.await()
                .until(() -> robot.lookup("Tick at least one printer.").tryQuery().isPresent());
        assertThat(ready()).isFalse();
    }

    @Test
    void aSpanThatIsNoneIsSaidInASentence() throws Exception {
        open(1);
        UiWindow.await().until(this::ready);
        choose("#export-span-OWN");
        type("#export-span-from-day", "2026-13-01");
        assertThat(complaint()).startsWith("“2026-13-01” is not a day.");
        assertThat(ready()).isFalse();
        type("#export-span-from-day", "2026-11-20");
        type("#export-span-from-time", "noon");
        assertThat(complaint()).startsWith("“noon” is not a time of day.");
        type("#export-span-from-time", "8:05");
        type("#export-span-to-day", "2026-11-19");
        assertThat(complaint()).startsWith("The end is not after the beginning.");
        type("#export-span-to-day", "2026-11-21");
        type("#export-span-to-time", "00:00");
        assertThat(complaint()).isEmpty();
        UiWindow.await().until(this::ready);
        // The zone of the window is that of Berlin.
        assertThat(latest().scope().from()).isEqualTo(Instant.parse("2026-11-20T07:05:00Z"));
        assertThat(latest().scope().to()).isEqualTo(Instant.parse("2026-11-20T23:00:00Z"));
    }

    @Test
    void pagesAreTurnedByKeysAndByButtons() throws Exception {
        open(1);
        UiWindow.await().until(this::pageIsShown);
        robot.type(KeyCode.PAGE_DOWN);
        UiWindow.await().until(() -> text("#export-page-number").equals("Page 2 of 3"));
        UiWindow.await().until(() -> desk.drafts.getFirst().drawn().contains("1"));
        robot.clickOn("#export-page-next");
        assertThat(text("#export-page-number")).isEqualTo("Page 3 of 3");
        assertThat(robot.lookup("#export-page-next").query().isDisabled()).isTrue();
        robot.type(KeyCode.PAGE_DOWN);
        assertThat(text("#export-page-number")).isEqualTo("Page 3 of 3");
        FxToolkit.onFx(() -> robot.lookup("#export-page").query().requestFocus());
        robot.type(KeyCode.PAGE_UP, KeyCode.PAGE_UP);
        assertThat(text("#export-page-number")).isEqualTo("Page 1 of 3");
        robot.clickOn("#export-zoom-whole");
        UiWindow.await()
                .until(() ->
                        robot.lookup("#export-preview .image-view")
                                        .<ImageView>query()
                                        .getBoundsInLocal()
                                        .getWidth()
                                > 750);
    }

    @Test
    void whatWasRemovedIsListed() throws Exception {
        open(1);
        UiWindow.await().until(this::ready);
        UiWindow.await().until(() -> robot.lookup("Removed (4)").tryQuery().isPresent());
        robot.clickOn("#export-to-removed");
        UiWindow.await()
                .until(() ->
                        robot.lookup("#export-removed .label").queryAllAs(Label.class).stream()
                                .map(Label::getText)
                                .anyMatch(text ->
                                        text.startsWith("4 values were taken out, in 23 places")));
        ListView<?> list = robot.lookup("#export-removed-list").query();
        assertThat(list.getItems()).hasSize(4);
        assertThat(robot.lookup("MAC address 2").tryQuery()).isPresent();
    }

    @Test
    void itIsWrittenInTheFormatChosenAndTheCardGoes(@TempDir Path folder) throws Exception {
        target = folder.resolve("all.zip");
        open(3);
        UiWindow.await().until(this::ready);
        FxToolkit.onFx(() ->
                robot.lookup("#export-format")
                        .<ComboBox<ReportFormat>>query()
                        .setValue(ReportFormat.ZIP));
        robot.clickOn("#export-save");
        UiWindow.await().until(() -> !written.isEmpty());
        assertThat(suggested).containsExactly("Linkscope 3 printers 2026-11-22.zip");
        assertThat(target).hasContent("report of 3");
        assertThat(root.getChildren()).isEmpty();
        UiWindow.await().until(() -> desk.drafts.getFirst().closed);
    }

    @Test
    void theNameOfAFileForEverybodyTellsNoPrinter() throws Exception {
        open(1);
        choose("#export-level-public");
        UiWindow.await().until(this::ready);
        robot.clickOn("#export-save");
        UiWindow.await().until(() -> !suggested.isEmpty());
        assertThat(suggested).containsExactly("Linkscope report 2026-11-22.pdf");
    }

    @Test
    void writingCanBeStoppedAndLeavesTheCardOpen(@TempDir Path folder) throws Exception {
        target = folder.resolve("one.pdf");
        desk.prepared =
                draft -> {
                    draft.writing = new CountDownLatch(1);
                    return draft;
                };
        open(1);
        UiWindow.await().until(this::ready);
        robot.clickOn("#export-save");
        UiWindow.await().until(() -> robot.lookup("#export-stop").query().isVisible());
        robot.clickOn("#export-stop");
        UiWindow.await().until(this::ready);
        assertThat(Files.exists(target)).isFalse();
        assertThat(written).isEmpty();
        assertThat(root.getChildren()).hasSize(1);
    }

    @Test
    void whereItCannotBeWrittenIsSaidInTheCard(@TempDir Path folder) throws Exception {
        target = folder.resolve("no/such/folder.pdf");
        open(1);
        UiWindow.await().until(this::ready);
        robot.clickOn("#export-save");
        UiWindow.await().until(() -> complaint().contains("could not be written"));
        assertThat(complaint()).contains("Choose another folder and try again.");
        assertThat(ready()).isTrue();
    }

    @Test
    void whyThereIsNoDraftIsSaidWithTheNextStep() throws Exception {
        desk.problem = "OctoPrint did not give its log.";
        open(1);
        UiWindow.await().until(() -> complaint().contains("OctoPrint did not give its log."));
        assertThat(ready()).isFalse();
        desk.problem = null;
        robot.clickOn("#export-again");
        UiWindow.await().until(this::ready);
        assertThat(complaint()).isEmpty();
    }

    @Test
    void aDraftThatIsNotWantedAnyMoreEndsAtOnce() throws Exception {
        desk.endless = true;
        open(1);
        UiWindow.await().until(() -> desk.requests.size() == 1);
        desk.endless = false;
        choose("#export-span-HOUR");
        UiWindow.await().until(this::ready);
        assertThat(desk.requests).hasSize(2);
        robot.type(KeyCode.ESCAPE);
        UiWindow.await().until(() -> root.getChildren().isEmpty());
        UiWindow.await().until(() -> desk.drafts.stream().allMatch(draft -> draft.closed));
    }
}
