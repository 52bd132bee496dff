package dev.linkscope.engine.fix;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.linkscope.domain.diagnosis.FailureCode;
import dev.linkscope.domain.fix.EntryState;
import dev.linkscope.domain.fix.LedgerEntry;
import dev.linkscope.domain.fix.TrialState;
import dev.linkscope.domain.fix.ValueChange;
import dev.linkscope.domain.printer.Printer;
import dev.linkscope.domain.printer.PrinterId;
import dev.linkscope.domain.printer.Target;
import dev.linkscope.engine.fix.FakeAction.When;
import dev.linkscope.engine.port.FixAction.Obstacle;
import dev.linkscope.engine.port.FixAction.Standing;
import dev.linkscope.engine.port.LinkException;
import dev.linkscope.engine.port.LinkQuestions;
import dev.linkscope.engine.port.PrintingNow;
import dev.linkscope.ui.FakeSnapshots;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What Linkscope changes is written down, whatever becomes of it. */
@Timeout(20)
class LedgerTest {
    private static final LinkQuestions NOBODY = LinkQuestions.NOBODY;

    private final FixTable table = new FixTable();

    @AfterEach
    void close() {
        table.close();
    }

    private LedgerEntry interrupted(When when) {
        table.action.breaks(table.one, when, FailureCode.LINK_BROKEN);
        String group = table.begin("switch", table.one);
        LedgerEntry entry = table.carryOut(group).get(table.one.id());
        assertThat(entry.state()).isEqualTo(EntryState.INTERRUPTED);
        return entry;
    }

    @Test
    void isWrittenBeforeAndAfterTheChange() {
        var during = new ArrayList<String>();
        table.action.meanwhile(() -> during.addAll(table.store.saved()));
        String group = table.begin("switch", table.one);
        LedgerEntry entry = table.carryOut(group).get(table.one.id());

        assertThat(during).containsExactly("BEGUN switch");
        assertThat(table.store.saved()).containsExactly("BEGUN switch", "DONE switch");
        assertThat(entry.state()).isEqualTo(EntryState.DONE);
        assertThat(entry.who()).isEqualTo("ada");
        assertThat(entry.changes()).containsExactly(new ValueChange("switch", "off", "on"));
        assertThat(entry.undo()).isEqualTo("off");
        assertThat(entry.said()).extracting("key").containsExactly("fake.switched");
        assertThat(table.desk.ledger(table.one.id())).containsExactly(entry);
        assertThat(table.trial(group, table.one).state()).isEqualTo(TrialState.WATCHING);
    }

    @Test
    void whatCannotBeWrittenDownIsNotDone() {
        String group = table.begin("switch", table.one);
        table.store.full(true);
        LedgerEntry entry = table.carryOut(group).get(table.one.id());

        assertThat(entry.state()).isEqualTo(EntryState.FAILED);
        assertThat(entry.said())
                .extracting("key")
                .containsExactly("fix.desk.not_written", "fake.full", "fake.full.next");
        assertThat(table.action.calls()).isZero();
    }

    @Test
    void whatHappenedWhileTheDiskWasFullIsWrittenLater() {
        String group = table.begin("cable", table.one);
        table.store.full(true);
        table.desk.done(group);
        assertThat(table.latest(table.one).state()).isEqualTo(EntryState.DONE);
        assertThat(table.store.saved()).isEmpty();

        table.store.full(false);
        table.desk.round();
        assertThat(table.store.saved()).containsExactly("DONE cable");
        assertThat(table.store.cases().getFirst().trials()).hasSize(1);
    }

    @Test
    void oneInTheWayDoesNotKeepTheOthers() {
        table.action.breaks(table.one, When.BEFORE, FailureCode.FIX_NO_RIGHTS);
        table.prints.put(table.two.id(), PrintingNow.State.PRINTING);
        String group = table.begin("idle_switch", table.one, table.two, table.three);
        Map<PrinterId, LedgerEntry> became = table.carryOut(group);

        assertThat(became.values())
                .extracting(LedgerEntry::state)
                .containsExactly(EntryState.FAILED, EntryState.FAILED, EntryState.DONE);
        assertThat(became.get(table.two.id()).said())
                .extracting("key")
                .containsExactly("failure.fix_printing", "failure.fix_printing.next");
        assertThat(table.action.isOn(table.two)).isFalse();
        assertThat(table.action.isOn(table.three)).isTrue();
        assertThat(table.member(group, table.one).trial()).isNull();
        assertThat(table.trial(group, table.three).state()).isEqualTo(TrialState.WATCHING);
    }

    @Test
    void whereNobodyCanTellWhetherItPrintsTheUserHasToSaySo() {
        table.prints.put(table.one.id(), PrintingNow.State.UNKNOWN);
        String group = table.begin("idle_switch", table.one);
        assertThat(table.desk.printing(group))
                .containsEntry(table.one.id(), PrintingNow.State.UNKNOWN);
        Map<PrinterId, FixDesk.Look> shown = table.desk.look(group, NOBODY);
        assertThat(table.desk.carryOut(group, shown, false, NOBODY).get(table.one.id()).said())
                .extracting("key")
                .containsExactly("fix.desk.perhaps_printing");
        assertThat(table.action.calls()).isZero();

        assertThat(table.desk.carryOut(group, shown, true, NOBODY).get(table.one.id()).state())
                .isEqualTo(EntryState.DONE);
    }

    @ParameterizedTest
    @EnumSource(
            value = Obstacle.class,
            names = {"WANTS_PASSWORD"},
            mode = EnumSource.Mode.EXCLUDE)
    void whatIsInTheWayIsSaid(Obstacle obstacle) {
        table.action.inTheWay(table.one, obstacle);
        String group = table.begin("switch", table.one);
        LedgerEntry entry = table.carryOut(group).get(table.one.id());
        assertThat(entry.state()).isEqualTo(EntryState.FAILED);
        assertThat(entry.said()).extracting("key").containsExactly("fix.obstacle." + obstacle);
        assertThat(table.action.calls()).isZero();
    }

    @Test
    void aFailureThatLeftNothingIsOne() {
        table.action.breaks(table.one, When.BEFORE, FailureCode.FIX_FAILED);
        String group = table.begin("switch", table.one);
        LedgerEntry entry = table.carryOut(group).get(table.one.id());
        assertThat(entry.state()).isEqualTo(EntryState.FAILED);
        assertThat(entry.said()).extracting("key").contains("failure.fix_failed");
    }

    @Test
    void aFailureThatLeftSomethingIsAnInterruption() throws LinkException {
        table.action.breaks(table.one, When.HALF_WAY, FailureCode.FIX_FAILED);
        String group = table.begin("switch", table.one);
        LedgerEntry entry = table.carryOut(group).get(table.one.id());
        assertThat(entry.state()).isEqualTo(EntryState.INTERRUPTED);
        assertThat(table.desk.standing(entry.id(), NOBODY)).isEqualTo(Standing.IN_PART);
        assertThat(table.member(group, table.one).trial()).isNull();
    }

    @Test
    void aFailedRestartMayHaveStoppedSomething() {
        table.restart.breaks(table.one, When.HALF_WAY, FailureCode.FIX_FAILED);
        String group = table.begin("restart", table.one);
        assertThat(table.carryOut(group).get(table.one.id()).state())
                .isEqualTo(EntryState.INTERRUPTED);
    }

    @ParameterizedTest
    @EnumSource(When.class)
    void whereverTheWayWasLostItCanBeFinished(When when) throws LinkException {
        LedgerEntry entry = interrupted(when);
        table.clock.pass(Duration.ofMinutes(3));
        LedgerEntry finished = table.desk.finish(entry.id(), NOBODY);

        assertThat(finished.state()).isEqualTo(EntryState.DONE);
        assertThat(finished.undo()).isEqualTo("off");
        assertThat(table.action.isOn(table.one)).isTrue();
        String group = table.desk.views().getFirst().group();
        assertThat(table.trial(group, table.one).baseline().to()).isEqualTo(entry.begun());
        assertThat(table.trial(group, table.one).changedAt()).isEqualTo(table.clock.instant());
    }

    @ParameterizedTest
    @EnumSource(When.class)
    void whereverTheWayWasLostItCanBeUndone(When when) throws LinkException {
        LedgerEntry entry = interrupted(when);
        assertThat(table.desk.undo(entry.id(), NOBODY).state()).isEqualTo(EntryState.UNDONE);
        assertThat(table.action.isOn(table.one)).isFalse();
        assertThat(table.desk.standing(entry.id(), NOBODY)).isEqualTo(Standing.NOT_IN_PLACE);
    }

    @Test
    void aFinishingThatIsLostTooIsInterruptedAgain() throws LinkException {
        LedgerEntry entry = interrupted(When.HALF_WAY);
        table.action.breaks(table.one, When.BEFORE, FailureCode.FIX_WRONG_PASSWORD);
        assertThat(table.desk.finish(entry.id(), NOBODY).state()).isEqualTo(EntryState.INTERRUPTED);
        assertThat(table.latest(table.one).said())
                .extracting("key")
                .contains("failure.fix_wrong_password");
    }

    @ParameterizedTest
    @EnumSource(When.class)
    void anUndoingThatIsLostIsAnInterruption(When when) throws LinkException {
        String group = table.begin("switch", table.one);
        String entry = table.carryOut(group).get(table.one.id()).id();
        table.action.breaks(table.one, when, FailureCode.LINK_BROKEN);
        assertThatThrownBy(() -> table.desk.undo(entry, NOBODY)).isInstanceOf(LinkException.class);
        assertThat(table.latest(table.one).state()).isEqualTo(EntryState.INTERRUPTED);
        assertThat(table.store.saved()).endsWith("BEGUN switch", "INTERRUPTED switch");

        assertThat(table.desk.undo(entry, NOBODY).state()).isEqualTo(EntryState.UNDONE);
        assertThat(table.action.isOn(table.one)).isFalse();
    }

    @Test
    void anUndoingThatChangedNothingLeavesTheChange() {
        String group = table.begin("switch", table.one);
        String entry = table.carryOut(group).get(table.one.id()).id();
        table.action.breaks(table.one, When.BEFORE, FailureCode.FIX_WRONG_PASSWORD);
        assertThatThrownBy(() -> table.desk.undo(entry, NOBODY)).isInstanceOf(LinkException.class);
        assertThat(table.latest(table.one).state()).isEqualTo(EntryState.DONE);
        assertThat(table.trial(group, table.one).state()).isEqualTo(TrialState.WATCHING);
    }

    @Test
    void anUndoingThatFailedLateIsDoneAllTheSame() throws LinkException {
        String group = table.begin("switch", table.one);
        String entry = table.carryOut(group).get(table.one.id()).id();
        table.action.breaks(table.one, When.AFTER, FailureCode.FIX_FAILED);
        assertThat(table.desk.undo(entry, NOBODY).state()).isEqualTo(EntryState.UNDONE);
    }

    @Test
    void nothingIsUndoneWhileItPrints() {
        String group = table.begin("idle_switch", table.one);
        String entry = table.carryOut(group).get(table.one.id()).id();
        table.prints.put(table.one.id(), PrintingNow.State.PRINTING);
        assertThatThrownBy(() -> table.desk.undo(entry, NOBODY))
                .isInstanceOfSatisfying(
                        LinkException.class,
                        e -> assertThat(e.failure().code()).isEqualTo(FailureCode.FIX_PRINTING));
        assertThat(table.action.isOn(table.one)).isTrue();
    }

    @Test
    void undoingAStepEndsItsWatching() throws LinkException {
        String group = table.begin("switch", table.one);
        String entry = table.carryOut(group).get(table.one.id()).id();
        table.clock.pass(Duration.ofMinutes(1));
        LedgerEntry undone = table.desk.undo(entry, NOBODY);
        assertThat(undone.state()).isEqualTo(EntryState.UNDONE);
        assertThat(undone.said()).extracting("key").containsExactly("fake.switched");
        assertThat(table.trial(group, table.one).state()).isEqualTo(TrialState.GIVEN_UP);
        assertThat(table.trial(group, table.one).undoneAt()).isEqualTo(table.clock.instant());
        assertThat(table.desk.undo(entry, NOBODY)).isEqualTo(undone);
    }

    @Test
    void whatWasBegunBeforeAStartIsInterrupted() throws LinkException {
        var crashed = new ArrayList<LedgerEntry>();
        table.action.meanwhile(() -> crashed.addAll(table.store.ledger()));
        String group = table.begin("switch", table.one);
        table.carryOut(group);
        table.action.meanwhile(() -> {});
        // As if the program had been killed in the middle.
        table.store.save(crashed.getFirst());
        assertThat(crashed.getFirst().state()).isEqualTo(EntryState.BEGUN);

        table.reopened();
        LedgerEntry shown = table.latest(table.one);
        assertThat(shown.state()).isEqualTo(EntryState.INTERRUPTED);
        assertThat(shown.said()).extracting("key").containsExactly("fix.desk.end_unheard");
        assertThat(table.desk.undo(shown.id(), NOBODY).state()).isEqualTo(EntryState.UNDONE);
        assertThat(table.action.isOn(table.one)).isFalse();
    }

    @Test
    void whatAnActionDidNotExpectIsAnInterruptionToo() {
        table.action.meanwhile(() -> {
            throw new IllegalStateException("a mistake");
        });
        String group = table.begin("switch", table.one, table.two);
        assertThat(table.carryOut(group).values())
                .extracting(LedgerEntry::state)
                .containsOnly(EntryState.INTERRUPTED);
    }

    @Test
    void whatIsStoppedByTheUserLeavesTheRestUntouched() {
        Thread user = Thread.currentThread();
        table.action.meanwhile(user::interrupt);
        for (Printer printer : List.of(table.one, table.two, table.three)) {
            table.action.breaks(printer, When.HALF_WAY, FailureCode.CANCELLED);
        }
        String group = table.begin("switch", table.one, table.two, table.three);
        Map<PrinterId, LedgerEntry> became = table.carryOut(group);
        assertThat(Thread.interrupted()).isTrue();
        assertThat(became.values())
                .isNotEmpty()
                .extracting(LedgerEntry::state)
                .containsOnly(EntryState.INTERRUPTED);
        assertThat(table.store.ledger()).containsExactlyInAnyOrderElementsOf(became.values());
    }

    @Test
    void whoCannotTellWhetherItPrintsKeepsNobodyFromBeingAsked() {
        table.prints.put(table.one.id(), PrintingNow.State.PRINTING);
        String group = table.begin("idle_switch", table.one, table.two);
        assertThat(table.desk.printing(group))
                .containsExactly(
                        Map.entry(table.one.id(), PrintingNow.State.PRINTING),
                        Map.entry(table.two.id(), PrintingNow.State.IDLE));
    }

    @Test
    void shuttingDownIsInTheLedgerAndNoChangeToWatch() {
        table.shutdown.breaks(table.two, When.BEFORE, FailureCode.FIX_NO_RIGHTS);
        String group = table.begin("same_room", table.one, table.two);
        Map<PrinterId, LedgerEntry> became = table.desk.shutDown(group, false, NOBODY);

        assertThat(became.get(table.one.id()).state()).isEqualTo(EntryState.DONE);
        assertThat(became.get(table.two.id()).state()).isEqualTo(EntryState.FAILED);
        assertThat(table.trial(group, table.one).state()).isEqualTo(TrialState.AWAY);
        assertThat(table.member(group, table.two).trial()).isNull();
        assertThat(table.store.saved())
                .contains("BEGUN same_room", "DONE same_room", "FAILED same_room");
    }

    @Test
    void neverShutsDownWhatPrints() {
        table.prints.put(table.one.id(), PrintingNow.State.PRINTING);
        String group = table.begin("cable", table.one);
        LedgerEntry entry = table.desk.shutDown(group, true, NOBODY).get(table.one.id());
        assertThat(entry.state()).isEqualTo(EntryState.FAILED);
        assertThat(table.shutdown.calls()).isZero();
        assertThat(table.member(group, table.one).trial()).isNull();
    }

    @Test
    void madeUpPrintersHaveNoWay() {
        Printer made = FakeSnapshots.printer("Demo", new Target.Simulated("weak-wifi"));
        table.farm.add(made, NOBODY);
        String group = table.begin("idle_switch", made);
        assertThat(table.desk.printing(group)).containsEntry(made.id(), PrintingNow.State.IDLE);
        FixDesk.Look look = table.desk.look(group, NOBODY).get(made.id());
        assertThat(look.preview().obstacles()).containsExactly(Obstacle.NO_WAY);
        assertThat(look.preview().said()).extracting("key").containsExactly("fix.desk.simulated");
        assertThat(table.carryOut(group).get(made.id()).state()).isEqualTo(EntryState.FAILED);
        assertThat(table.action.calls()).isZero();

        table.desk.turnTo(group, "cable");
        table.desk.done(group);
        assertThat(table.trial(group, made).state()).isEqualTo(TrialState.WATCHING);
        assertThat(table.store.cases()).isEmpty();
        assertThat(table.store.ledger()).isEmpty();
    }

    @Test
    void manyAreDoneAFewAtATime() {
        List<Printer> many = new ArrayList<>();
        for (int i = 0; i < 30; i++) {
            Printer printer = FakeSnapshots.printer("P" + i);
            table.farm.add(printer, NOBODY);
            many.add(printer);
        }
        String group = table.begin("switch", many.toArray(Printer[]::new));
        Map<PrinterId, LedgerEntry> became = table.carryOut(group);
        assertThat(became.keySet())
                .containsExactlyElementsOf(many.stream().map(Printer::id).toList());
        assertThat(became.values()).extracting(LedgerEntry::state).containsOnly(EntryState.DONE);
    }
}
