package dev.linkscope.ui.timeline;

import static org.assertj.core.api.Assertions.assertThat;

import dev.linkscope.domain.fix.Span;
import dev.linkscope.domain.history.HistorySize;
import dev.linkscope.domain.printer.Printer;
import dev.linkscope.engine.history.Comparisons;
import dev.linkscope.engine.history.MemoryBook;
import dev.linkscope.engine.history.Timelines;
import dev.linkscope.ui.FakeSnapshots;
import dev.linkscope.ui.FxToolkit;
import dev.linkscope.ui.UiWindow;
import dev.linkscope.ui.printer.PrinterPage;
import dev.linkscope.ui.shell.PastServices;
import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.Semaphore;
import javafx.event.Event;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.Labeled;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.input.ScrollEvent;
import javafx.stage.WindowEvent;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;

/** The charts of a printer's page in the whole window. */
@ExtendWith(FxToolkit.class)
@Timeout(60)
class TimelineWindowTest {
    private static final Printer PRUSA = FakeSnapshots.printer("Prusa-07");
    private static final Duration DAY = Duration.ofHours(24);

    private final UiWindow window = new UiWindow();
    private final MemoryBook book = new MemoryBook();
    private final FakeTimelines past = new FakeTimelines();

    private void open(Timelines timelines) throws Exception {
        book.size = new HistorySize(1, 2, FakeSnapshots.NOW.minus(DAY.multipliedBy(3)), null);
        window.fakes.past =
                new PastServices(
                        book,
                        Comparisons.NONE,
                        timelines,
                        file -> {
                            throw new IOException(file.toString());
                        });
        window.fakes.farm.put(FakeSnapshots.bursts(PRUSA, 7));
        window.open();
        window.ctrl(KeyCode.DIGIT2);
        UiWindow.await().until(() -> window.shown(".rate-lane"));
    }

    @AfterEach
    void close() throws Exception {
        window.close();
    }

    @Test
    void restingOnTheMomentTellsItInUniversalTime() throws Exception {
        open(past);
        assertThat(universal()).endsWith(" UTC").contains(" to ");
        FxToolkit.onFx(() -> view().point(FakeSnapshots.NOW.minusSeconds(60)));
        assertThat(universal()).endsWith(" UTC").doesNotContain(" to ");
    }

    private String universal() throws Exception {
        return onFx(() -> {
            Tooltip tip = window.robot.lookup(".read-moment").<Labeled>query().getTooltip();
            Event.fireEvent(tip, new WindowEvent(tip, WindowEvent.WINDOW_SHOWING));
            return tip.getText();
        });
    }

    private TimeView view() {
        return page().timeView();
    }

    private PrinterPage page() {
        return window.robot.lookup(".printer-page").query();
    }

    private Lane lane(String query) {
        return window.robot.lookup(query).nth(0).query();
    }

    private void fire(String id) throws Exception {
        FxToolkit.onFx(() -> window.robot.lookup("#" + id).<ButtonBase>query().fire());
    }

    private <T> T onFx(Callable<T> work) throws Exception {
        return FxToolkit.onFx(work);
    }

    private void mouse(Lane lane, javafx.event.EventType<MouseEvent> type, double share, int clicks)
            throws Exception {
        FxToolkit.onFx(() -> {
            TimeAxis axis = lane.axis();
            double x = lane.localToScene(axis.left() + share * axis.width(), 0).getX();
            Event.fireEvent(
                    lane,
                    new MouseEvent(
                            type,
                            x,
                            10,
                            x,
                            10,
                            MouseButton.PRIMARY,
                            clicks,
                            false,
                            false,
                            false,
                            false,
                            true,
                            false,
                            false,
                            false,
                            false,
                            true,
                            null));
        });
    }

    private void key(Lane lane, KeyCode code, boolean shift, boolean control) throws Exception {
        FxToolkit.onFx(() ->
                Event.fireEvent(
                        lane,
                        new KeyEvent(
                                KeyEvent.KEY_PRESSED, "", "", code, shift, control, false, false)));
    }

    @Test
    void oneMomentIsPointedAtOnAllLanesAndReadInWords() throws Exception {
        open(past);
        mouse(lane(".rate-lane"), MouseEvent.MOUSE_MOVED, 0.97, 0);
        UiWindow.await()
                .untilAsserted(() ->
                        assertThat(read()).contains("Server connection: ").contains("error rate"));
        UiWindow.await().untilAsserted(() -> assertThat(read()).contains("dBm"));
        long lines =
                onFx(() ->
                        window.robot.lookup(".lane-pointer").queryAll().stream()
                                .filter(line -> line.isVisible())
                                .count());
        assertThat(lines).as("rate, errors, smoke of two panes, signal and power").isEqualTo(8);
        mouse(lane(".rate-lane"), MouseEvent.MOUSE_EXITED, 0.97, 0);
        assertThat(onFx(() -> view().cursorProperty().get())).isNull();
    }

    private String read() throws Exception {
        return onFx(() -> {
            var said = new StringBuilder();
            window.robot.lookup("#timeline-bar .label").queryAllAs(Labeled.class).stream()
                    .map(Labeled::getText)
                    .forEach(text -> said.append(text).append('\n'));
            return said.toString();
        });
    }

    @Test
    void aDayIsReadInTheBackgroundOnceAndTheOldPictureStays() throws Exception {
        past.gate = new Semaphore(0);
        open(past);
        UiWindow.await().until(() -> onFx(() -> view().whole().length().compareTo(DAY) > 0));
        assertThat(past.asked).as("two hours are in the live trace").isEmpty();
        fire("timeline-24h");
        UiWindow.await().until(() -> window.shown(".lane-progress"));
        assertThat(window.shown(".rate-lane")).isTrue();
        past.gate.release(1_000);
        UiWindow.await().until(() -> !window.shown(".lane-progress"));
        assertThat(past.asked.getFirst().length()).isGreaterThanOrEqualTo(DAY);
        String said = onFx(() -> lane(".rate-lane").getAccessibleText());
        assertThat(said)
                .contains("Server connection, error rate over time")
                .contains("outages in view");
        int before = past.asked.size();
        key(lane(".rate-lane"), KeyCode.PLUS, false, false);
        Thread.sleep(300);
        assertThat(past.asked.size()).as("what was read serves").isLessThanOrEqualTo(before + 2);
    }

    @Test
    void aHistoryThatCannotBeReadIsToldWithTheNextStep() throws Exception {
        past.broken = "The disk does not answer.";
        open(past);
        UiWindow.await().until(() -> onFx(() -> view().whole().length().compareTo(DAY) > 0));
        fire("timeline-24h");
        window.awaitText("could not be read. The disk does not answer. Linkscope tries again");
        past.broken = "";
        // The clock of this window runs: five seconds of it pass at once.
        window.fakes.farm.put(FakeSnapshots.bursts(PRUSA, 8));
        UiWindow.await().until(() -> !window.says("The disk does not answer."));
    }

    @Test
    void aDragMarksAndJudgesJustThat() throws Exception {
        open(past);
        Lane lane = lane(".errors-lane");
        mouse(lane, MouseEvent.MOUSE_PRESSED, 0.2, 1);
        mouse(lane, MouseEvent.MOUSE_DRAGGED, 0.5, 1);
        window.awaitText("Let go, or press Enter");
        mouse(lane, MouseEvent.MOUSE_RELEASED, 0.5, 1);
        window.awaitText("This part alone");
        assertThat(window.says("likely ")).isTrue();
        Span judged = past.judged.getFirst();
        assertThat(judged.length()).isBetween(Duration.ofMinutes(34), Duration.ofMinutes(38));

        fire("judged-compare");
        UiWindow.await().until(() -> window.shown("#compare"));
        window.robot.type(KeyCode.ESCAPE);
        UiWindow.await().until(() -> !window.shown("#compare"));
        fire("judged-clear");
        UiWindow.await().until(() -> !window.shown("#judged-span"));
    }

    @Test
    void tooFewAttemptsAreSaidToBeTooFew() throws Exception {
        open(past);
        FxToolkit.onFx(() ->
                view().mark(
                                new Span(
                                        FakeSnapshots.NOW.minusSeconds(60),
                                        FakeSnapshots.NOW.minusSeconds(20))));
        key(lane(".smoke-lane"), KeyCode.ENTER, false, false);
        window.awaitText("too few to judge, 8 are needed");
        key(lane(".smoke-lane"), KeyCode.ESCAPE, false, false);
        UiWindow.await().until(() -> !window.shown("#judged-span"));
        assertThat(window.shown(".printer-page")).as("the page stays").isTrue();
    }

    @Test
    void everythingGoesByKeyboard() throws Exception {
        open(past);
        Lane lane = lane(".rate-lane");
        UiWindow.await().until(() -> onFx(() -> view().whole().length().compareTo(DAY) > 0));
        key(lane, KeyCode.PLUS, false, false);
        assertThat(shown().length()).isEqualTo(Duration.ofMinutes(80));
        key(lane, KeyCode.LEFT, false, false);
        assertThat(onFx(() -> view().followingProperty().get())).isFalse();
        assertThat(window.shown("#timeline-now")).isTrue();
        key(lane, KeyCode.END, false, false);
        assertThat(onFx(() -> view().followingProperty().get())).isTrue();
        key(lane, KeyCode.LEFT, true, true);
        key(lane, KeyCode.LEFT, true, false);
        assertThat(onFx(() -> view().markedProperty().get().length()))
                .isEqualTo(Duration.ofSeconds(528));
        key(lane, KeyCode.ENTER, false, false);
        window.awaitText("This part alone");
        key(lane, KeyCode.DIGIT0, false, false);
        assertThat(shown().length()).isGreaterThan(DAY.multipliedBy(2));
        key(lane, KeyCode.N, false, false);
        UiWindow.await().until(() -> window.shown("#note-card"));
        assertThat(window.stage.getScene().getFocusOwner()).isNotNull();
    }

    @Test
    void aWheelZoomsAroundThePointerAndADoubleClickWritesANote() throws Exception {
        open(past);
        Lane lane = lane(".rate-lane");
        var before = shown();
        FxToolkit.onFx(() -> {
            TimeAxis axis = lane.axis();
            double x = lane.localToScene(axis.left() + axis.width() / 2, 0).getX();
            Event.fireEvent(
                    lane,
                    new ScrollEvent(
                            ScrollEvent.SCROLL,
                            x,
                            5,
                            x,
                            5,
                            false,
                            true,
                            false,
                            false,
                            false,
                            false,
                            0,
                            40,
                            0,
                            40,
                            ScrollEvent.HorizontalTextScrollUnits.NONE,
                            0,
                            ScrollEvent.VerticalTextScrollUnits.NONE,
                            0,
                            0,
                            null));
        });
        assertThat(shown().length()).isLessThan(before.length());
        assertThat(shown().to()).isBefore(before.to());
        mouse(lane, MouseEvent.MOUSE_CLICKED, 0.5, 2);
        UiWindow.await().until(() -> window.shown("#note-card"));
    }

    @Test
    void aReportHasNoHistoryAndSaysSo() throws Exception {
        open(Timelines.NONE);
        window.awaitText("No history of Wi-Fi signal");
        assertThat(onFx(() -> view().whole().length())).isLessThan(Duration.ofHours(3));
        assertThat(window.shown(".value-lane")).isFalse();
    }

    private Span shown() throws Exception {
        return onFx(() -> view().shownProperty().get());
    }
}
