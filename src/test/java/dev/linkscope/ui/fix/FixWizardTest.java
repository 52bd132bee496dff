package dev.linkscope.ui.fix;

import static org.assertj.core.api.Assertions.assertThat;

import dev.linkscope.domain.diagnosis.Failure;
import dev.linkscope.domain.diagnosis.FailureCode;
import dev.linkscope.domain.fix.EntryState;
import dev.linkscope.domain.fix.LedgerEntry;
import dev.linkscope.domain.fix.TrialState;
import dev.linkscope.engine.fix.FixDesk.Look;
import dev.linkscope.engine.port.FixAction.Obstacle;
import dev.linkscope.engine.port.LinkException;
import dev.linkscope.engine.port.LinkQuestions.SecretKind;
import dev.linkscope.engine.port.LinkQuestions.SecretQuestion;
import dev.linkscope.engine.port.PrintingNow;
import dev.linkscope.ui.FakeFixDesk;
import dev.linkscope.ui.FakePlans;
import dev.linkscope.ui.FakeSnapshots;
import dev.linkscope.ui.FixSamples;
import dev.linkscope.ui.FixWindow;
import dev.linkscope.ui.FxToolkit;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import javafx.scene.control.Button;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(FxToolkit.class)
@Timeout(90)
class FixWizardTest {
    private final FixWindow window = new FixWindow(FakePlans.ALL);
    private final FakeFixDesk desk = window.desk;

    @AfterEach
    void close() throws Exception {
        window.close();
    }

    private String at(String rule, String step) throws Exception {
        window.open(rule);
        String group = window.fixIt();
        if (!window.view().step().id().equals(step)) {
            desk.turnTo(group, step);
        }
        window.awaitText(FakeSentences.title(step));
        return group;
    }

    @Test
    void anExperimentWithThePowerOffIsUndoneForATest() throws Exception {
        String group = at(FakePlans.WIFI, "fake-near");
        window.awaitText("has to stay quiet for about 17 min");
        window.tabTo("fix-shut-down");
        window.enter();
        window.awaitFocus("fix-nothing-prints");
        assertThat(button("#fix-shut-now").isDisabled()).isTrue();
        window.robot.type(KeyCode.SPACE);
        window.tabTo("fix-shut-now");
        window.enter();
        window.awaitText("This time is not counted");
        window.awaitFocus("fix-is-back");
        window.enter();
        window.awaitText("Not yet known");
        window.awaitText("24.3%");
        window.awaitText("31 drop-outs, one about every");
        window.awaitText("no drop-out; 2.8 would be usual");

        desk.stand(group, TrialState.BETTER);
        window.awaitText("Better since the change");
        window.awaitFocus("fix-undo-test");
        window.enter();
        window.awaitText("Bring everything back");
        window.awaitFocus("fix-undone");
        window.enter();
        window.awaitText("Undone, not yet known");
        desk.stand(group, TrialState.CONFIRMED);
        window.awaitText("This is the cause");
        assertThat(desk.calls())
                .containsSubsequence("shut down, nothing prints: true", "back", "undone");
    }

    @Test
    void whatItDoesIsShownBeforeItIsDone() throws Exception {
        at(FakePlans.WIFI, "fake-power");
        desk.printing = PrintingNow.State.IDLE;
        window.awaitFocus("fix-look");
        window.enter();
        window.awaitText("sudo iw dev wlan0 set power_save off");
        window.awaitText("Power saving of wlan0, now: on → off");
        window.awaitText("(not there) → 2");
        window.awaitText("It can be undone");
        window.awaitText("Nothing prints now, as OctoPrint says");
        assertThat(desk.calls()).doesNotContain("carry out, nothing prints: false");
        window.awaitFocus("fix-carry-out");
        window.enter();
        window.awaitText("Prusa-07: done.");
        window.awaitFocus("fix-close");
        window.enter();
        window.tab("history");
        FixWindow.await().until(() -> window.shown("#ledger"));
        window.awaitText("asked by anna");
        window.awaitText("Watching since");
        window.tabTo("fix-chip");
        window.robot.type(KeyCode.SPACE);
        FixWindow.await().until(() -> window.shown("#fix-wizard"));
        window.awaitText("Not yet known");
    }

    @Test
    void aPrintKeepsItFromBeingDone() throws Exception {
        at(FakePlans.WIFI, "fake-power");
        desk.printing = PrintingNow.State.PRINTING;
        window.awaitFocus("fix-look");
        window.enter();
        window.awaitText("Prusa-07 prints. Nothing is changed while it prints");
        assertThat(window.shown("#fix-carry-out")).isFalse();
        desk.printing = PrintingNow.State.IDLE;
        window.tabTo("fix-look-again");
        window.enter();
        window.awaitFocus("fix-carry-out");
    }

    @Test
    void obstaclesAndProblemsAreSaid() throws Exception {
        at(FakePlans.WIFI, "fake-power");
        desk.looking =
                (printer, questions) ->
                        new Look(FixSamples.preview(List.of(Obstacle.NO_RIGHTS)), null);
        window.awaitFocus("fix-look");
        window.enter();
        window.awaitText("This login may not do it");
        assertThat(window.shown("#fix-carry-out")).isFalse();
        desk.looking = (printer, questions) -> new Look(null, unreachable());
        window.tabTo("fix-look-again");
        window.enter();
        window.awaitText("Prusa-07 does not answer.");
        window.awaitText("Check that the Pi is switched on");
        window.tabTo("fix-leave");
        window.enter();
        window.awaitFocus("fix-look");
    }

    private static LinkException unreachable() {
        return new LinkException(Failure.of(FailureCode.UNREACHABLE, "Prusa-07"), null, null);
    }

    @Test
    void aPasswordIsAskedWithinTheWizard() throws Exception {
        at(FakePlans.WIFI, "fake-power");
        desk.printing = PrintingNow.State.IDLE;
        desk.looking =
                (printer, questions) -> {
                    char[] told =
                            questions.secret(
                                    new SecretQuestion(SecretKind.SUDO, "pi@prusa-07", null));
                    boolean right = told != null && "raspberry".equals(new String(told));
                    return new Look(
                            FixSamples.preview(right ? List.of() : List.of(Obstacle.NO_RIGHTS)),
                            null);
                };
        window.awaitFocus("fix-look");
        window.enter();
        window.awaitFocus("secret");
        window.awaitText("Password of pi@prusa-07, to change the system");
        window.robot.write("raspberry").type(KeyCode.ENTER);
        window.awaitFocus("fix-carry-out");
    }

    @Test
    void closingStopsALookAndTheWizardComesBack() throws Exception {
        at(FakePlans.WIFI, "fake-power");
        var interrupted = new CountDownLatch(1);
        desk.looking =
                (printer, questions) -> {
                    try {
                        new CountDownLatch(1).await();
                    } catch (InterruptedException e) {
                        interrupted.countDown();
                    }
                    return new Look(null, unreachable());
                };
        window.awaitFocus("fix-look");
        window.enter();
        FixWindow.await().until(() -> window.shown("#fix-busy"));
        window.awaitText("Nothing is changed.");
        window.robot.type(KeyCode.ESCAPE);
        assertThat(interrupted.await(10, TimeUnit.SECONDS)).isTrue();
        FixWindow.await().until(() -> !window.shown("#fix-wizard"));
        window.fixIt();
        window.awaitText(FakeSentences.title("fake-power"));
        assertThat(desk.calls().stream().filter(call -> call.startsWith("begin"))).hasSize(1);
    }

    @Test
    void whatIsPausedComesBackWhenItIsDue() throws Exception {
        String group = at(FakePlans.WIFI, "fake-cable");
        window.tabTo("fix-pause");
        window.enter();
        window.awaitText("Paused until tomorrow");
        assertThat(window.shown("#fix-wizard")).isFalse();
        assertThat(desk.calls().getLast()).startsWith("pause until 2026-11-23T1");
        desk.becomeDue(group);
        FixWindow.await().until(() -> window.shown("#fix-due"));
        window.awaitText("you wanted to go on with it");
        window.tabTo("fix-due-go");
        window.robot.type(KeyCode.SPACE);
        window.awaitText(FakeSentences.title("fake-cable"));
        FixWindow.await().until(() -> !window.shown("#fix-due"));
        window.awaitFocus("fix-done");
    }

    @Test
    void arrowsGoBackAndOnAndOneChangeAtATimeIsMade() throws Exception {
        String group = at(FakePlans.WIFI, "fake-near");
        desk.stand(group, TrialState.WATCHING);
        window.awaitText("Not yet known");
        alt(KeyCode.RIGHT);
        window.awaitText(FakeSentences.title("fake-cable"));
        window.awaitText("is still being watched. One change at a time");
        alt(KeyCode.LEFT);
        window.awaitText(FakeSentences.title("fake-near"));
        window.tabTo("fix-gave-up");
        window.enter();
        window.awaitText("It did not help, you said");
        window.awaitText("Bring everything back");
    }

    private void alt(KeyCode arrow) {
        window.robot.press(KeyCode.ALT, arrow).release(arrow, KeyCode.ALT);
    }

    @Test
    void aBrokenOffChangeIsCheckedFinishedOrUndone() throws Exception {
        desk.enter(
                new LedgerEntry(
                        "entry-9",
                        "gone",
                        FixWindow.PRUSA.id(),
                        "fake-power",
                        FakePlans.WEAK_WIFI.steps().get(3).action(),
                        "anna",
                        FakeSnapshots.NOW.minusSeconds(4000),
                        FakeSnapshots.NOW.minusSeconds(3990),
                        EntryState.INTERRUPTED,
                        FixSamples.preview(List.of()).changes(),
                        "{}",
                        List.of()));
        window.open(FakePlans.WIFI);
        window.tab("history");
        FixWindow.await().until(() -> window.shown("#ledger"));
        window.awaitText("Broken off");
        fire(".ledger-CHECK");
        window.awaitText("Only a part of it is in place");
        desk.failing = unreachable();
        fire(".ledger-UNDO");
        window.awaitText("Prusa-07 does not answer.");
        desk.failing = null;
        fire(".ledger-UNDO");
        window.awaitText("Prusa-07: undone.");
        assertThat(desk.calls()).contains("standing entry-9", "undo entry-9");
        FixWindow.await().until(() -> !window.shown(".ledger-FINISH"));
    }

    private void fire(String query) throws Exception {
        FixWindow.await().until(() -> window.shown(query));
        FxToolkit.onFx(() -> button(query).fire());
    }

    @Test
    void theReasonsOfAFindingOfferItsPlanToo() throws Exception {
        window.open(FakePlans.WIFI);
        FixWindow.await().until(() -> window.has("why-wifi.weak"));
        assertThat(window.has("fix-wifi.weak")).isFalse();
        window.tabTo("why-wifi.weak");
        window.robot.type(KeyCode.SPACE);
        FixWindow.await().until(() -> window.has("fix-wifi.weak"));
        window.tabTo("fix-wifi.weak");
        window.robot.type(KeyCode.SPACE);
        window.awaitText(FakeSentences.title("fake-confirm"));
    }

    private Button button(String query) {
        return window.robot.lookup(query).query();
    }
}
