package dev.linkscope.ui.history;

import static org.assertj.core.api.Assertions.assertThat;

import dev.linkscope.domain.Statement;
import dev.linkscope.domain.fix.Span;
import dev.linkscope.domain.history.SpanComparison;
import dev.linkscope.domain.history.SpanComparison.Result;
import dev.linkscope.domain.history.UserNote;
import dev.linkscope.domain.loss.PaneFigures;
import dev.linkscope.domain.printer.Printer;
import dev.linkscope.engine.history.Comparisons;
import dev.linkscope.engine.history.MemoryBook;
import dev.linkscope.engine.history.Timelines;
import dev.linkscope.ui.FakePane;
import dev.linkscope.ui.FakeServices;
import dev.linkscope.ui.FakeSnapshots;
import dev.linkscope.ui.FxToolkit;
import dev.linkscope.ui.UiWindow;
import dev.linkscope.ui.shell.PastServices;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import javafx.scene.Node;
import javafx.scene.control.ComboBox;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;

/** Notes and comparisons in the whole window. */
@ExtendWith(FxToolkit.class)
@Timeout(60)
class PastWindowTest {
    private static final Printer PRUSA = FakeSnapshots.printer("Prusa-07");
    private static final PaneFigures FIGURES =
            new FakePane(1, 720).scattered(0.05).snapshot("a", FakeSnapshots.NOW).figures();

    private final UiWindow window = new UiWindow();
    private final MemoryBook book = new MemoryBook();
    private final List<Span> asked = new CopyOnWriteArrayList<>();

    private void open(Comparisons comparisons) throws Exception {
        book.size = FakeServices.HISTORY;
        window.fakes.past =
                new PastServices(
                        book,
                        comparisons,
                        Timelines.NONE,
                        file -> {
                            throw new IOException(file.toString());
                        });
        window.fakes.farm.put(FakeSnapshots.bursts(PRUSA, 7));
        window.open();
        window.ctrl(KeyCode.DIGIT2);
        window.tab("history");
    }

    @AfterEach
    void close() throws Exception {
        window.close();
    }

    private void menu(String id) throws Exception {
        FxToolkit.onFx(() -> {
            MenuButton menu = window.robot.lookup("#page-menu").query();
            menu.getItems().stream()
                    .filter(item -> id.equals(item.getId()))
                    .findFirst()
                    .ifPresent(MenuItem::fire);
        });
    }

    private void fire(String query) throws Exception {
        Node node = window.robot.lookup(query).query();
        window.robot.interact(((javafx.scene.control.ButtonBase) node)::fire);
    }

    @Test
    void aNoteIsWrittenChangedDeletedAndBroughtBack() throws Exception {
        open(Comparisons.NONE);
        menu("page-note");
        UiWindow.await().until(() -> window.shown("#note-card"));
        fire("#note-save");
        window.awaitText("Write something first.");
        window.type("#note-text", "Moved to the garage");
        window.type("#note-at-day", "2026-11-22");
        window.type("#note-at-time", "10:00");
        fire("#note-save");
        UiWindow.await().until(() -> !window.shown("#note-card"));
        UserNote kept = book.all().getFirst();
        assertThat(kept.printer()).isEqualTo(PRUSA.id());
        assertThat(kept.at()).isEqualTo("2026-11-22T09:00:00Z");
        UiWindow.await().until(() -> window.shown("#user-notes"));
        window.awaitText("dots are notes: 10:00:00 Moved to the garage");

        fire(".note-edit");
        UiWindow.await().until(() -> window.shown("#note-card"));
        window.type("#note-text", "Moved to the cellar");
        fire("#note-save");
        window.awaitText("dots are notes: 10:00:00 Moved to the cellar");
        assertThat(book.all()).hasSize(1);
        assertThat(book.all().getFirst().id()).isEqualTo(kept.id());

        fire(".note-delete");
        window.awaitText("The note was deleted.");
        UiWindow.await().until(() -> !window.shown("#user-notes"));
        assertThat(book.all()).isEmpty();
        fire("#toast-action");
        UiWindow.await().until(() -> window.shown("#user-notes"));
        assertThat(book.all()).hasSize(1);
    }

    @Test
    void aNoteThatCannotBeStoredStaysInTheCard() throws Exception {
        open(Comparisons.NONE);
        book.full = true;
        menu("page-note");
        UiWindow.await().until(() -> window.shown("#note-card"));
        window.type("#note-text", "New router");
        fire("#note-save");
        window.awaitText("The note could not be stored.");
        assertThat(window.shown("#note-card")).isTrue();
        window.type("#note-at-day", "2031-01-01");
        fire("#note-save");
        window.awaitText("This time has not come yet.");
        window.type("#note-at-day", "2026-11-20");
        book.full = false;
        fire("#note-save");
        UiWindow.await().until(() -> !window.shown("#note-card"));
        assertThat(book.all()).hasSize(1);
    }

    @Test
    void howLargeTheHistoryIsStandsInTheStatusLine() throws Exception {
        open(Comparisons.NONE);
        window.awaitText("History 124 MB");
        Node line = window.robot.lookup("#history-size").query();
        assertThat(line.getAccessibleText())
                .contains("may take 2.0 GB")
                .contains("Every attempt is kept since");
    }

    @Test
    void twoSpansAreComparedBeforeAndAfterANote() throws Exception {
        book.keep(
                new UserNote(
                        "n",
                        null,
                        FakeSnapshots.NOW.minus(Duration.ofHours(30)),
                        FakeSnapshots.NOW,
                        "New router"));
        open((printer, first, second) -> {
            asked.add(first);
            asked.add(second);
            return List.of(
                    new SpanComparison(
                            "server",
                            FIGURES,
                            FIGURES,
                            Result.FEWER,
                            0.0123,
                            List.of(Statement.of("fake.fix.weak"))));
        });
        UiWindow.await().until(() -> window.shown("#user-notes"));
        menu("page-compare");
        UiWindow.await().until(() -> window.shown("#compare"));
        FxToolkit.onFx(() -> {
            ComboBox<?> presets = window.robot.lookup("#compare-preset").query();
            assertThat(presets.getItems()).hasSize(3);
            presets.getSelectionModel().select(2);
        });
        fire("#compare-go");
        window.awaitText("Fewer errors");
        assertThat(asked.getFirst().to()).isEqualTo(FakeSnapshots.NOW.minus(Duration.ofHours(30)));
        assertThat(asked.getLast().from()).isEqualTo(asked.getFirst().to());
        assertThat(window.says("0.012")).as("no bare p value").isFalse();
        fire(".compared-details");
        window.awaitText("with probability 0.012");

        window.type("#compare-second-from-day", "2020-01-01");
        assertThat(window.says("Fewer errors")).as("said of other spans").isFalse();
        fire("#compare-go");
        window.awaitText("The two spans overlap.");
    }

    @Test
    void comparingCanBeStopped() throws Exception {
        var begun = new CountDownLatch(1);
        var interrupted = new CountDownLatch(1);
        open((printer, first, second) -> {
            begun.countDown();
            try {
                new CountDownLatch(1).await(20, TimeUnit.SECONDS);
            } catch (InterruptedException e) {
                interrupted.countDown();
            }
            return List.of();
        });
        menu("page-compare");
        UiWindow.await().until(() -> window.shown("#compare"));
        fire("#compare-go");
        assertThat(begun.await(10, TimeUnit.SECONDS)).isTrue();
        UiWindow.await().until(() -> window.shown("#compare-stop"));
        fire("#compare-stop");
        assertThat(interrupted.await(10, TimeUnit.SECONDS)).isTrue();
        assertThat(window.shown("#compare-stop")).isFalse();
        window.robot.type(KeyCode.ESCAPE);
        UiWindow.await().until(() -> !window.shown("#compare"));
    }
}
