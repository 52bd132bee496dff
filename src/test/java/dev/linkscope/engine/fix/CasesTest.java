package dev.linkscope.engine.fix;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.linkscope.domain.fix.CaseState;
import dev.linkscope.domain.fix.EntryState;
import dev.linkscope.domain.fix.FixCase;
import dev.linkscope.domain.fix.LedgerEntry;
import dev.linkscope.domain.fix.Span;
import dev.linkscope.domain.fix.Trial;
import dev.linkscope.domain.fix.TrialState;
import dev.linkscope.engine.port.LinkQuestions;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What the user does with cases and with his own hands. */
@Timeout(20)
class CasesTest {
    private static final Duration MINUTE = Duration.ofMinutes(1);

    private final FixTable table = new FixTable();

    @AfterEach
    void close() {
        table.close();
    }

    /** As if the figures had decided. */
    private void decided(String group, TrialState state) {
        FixCase one = table.store.cases().getFirst();
        Trial trial = one.latest();
        table.store.save(
                one.withTrial(
                        trial,
                        new Trial(
                                trial.step(),
                                trial.baseline(),
                                trial.changedAt(),
                                trial.away(),
                                trial.undoneAt(),
                                state,
                                table.clock.instant())));
        table.reopened();
        assertThat(table.trial(group, table.one).state()).isEqualTo(state);
    }

    @Test
    void aPlanBeginsAtItsFirstStepAndIsGoneOnWith() {
        String group = table.desk.begin(FakePlans.PLAN, "wifi.weak", List.of(table.one.id()));
        FixView view = table.desk.view(group).orElseThrow();
        assertThat(view.step().id()).isEqualTo("switch");
        assertThat(view.members()).extracting(FixView.Member::name).containsExactly("One");
        assertThat(view.has(table.one.id())).isTrue();

        table.desk.turnTo(group, "cable");
        table.desk.pause(group, null);
        assertThat(table.desk.begin(FakePlans.PLAN, "wifi.weak", List.of(table.one.id())))
                .isEqualTo(group);
        assertThat(table.desk.view(group).orElseThrow().step().id()).isEqualTo("cable");
        assertThat(table.desk.view(group).orElseThrow().state()).isEqualTo(CaseState.OPEN);
        assertThat(table.desk.views()).hasSize(1);
        assertThat(table.desk.begin(FakePlans.PLAN, "other.cause", List.of(table.one.id())))
                .isNotEqualTo(group);
    }

    @Test
    void severalPrintersWithOneCauseGoOneWay() {
        String group = table.begin("cable", table.one);
        table.clock.pass(MINUTE);
        table.begin("switch", table.two);
        table.clock.pass(MINUTE);
        String all =
                table.desk.begin(
                        FakePlans.PLAN,
                        "wifi.weak",
                        List.of(table.one.id(), table.two.id(), table.three.id()));
        FixView view = table.desk.view(all).orElseThrow();
        assertThat(view.members())
                .extracting(FixView.Member::name)
                .containsExactlyInAnyOrder("One", "Two", "Three");
        assertThat(view.step().id()).isEqualTo("switch");
        assertThat(table.desk.view(group)).isEmpty();
        table.desk.done(all);
        assertThat(table.store.cases()).allMatch(FixCase::watching);
    }

    @Test
    void everyChangeIsToldByTheRevision() {
        long before = table.desk.revision();
        String group = table.begin("cable", table.one);
        assertThat(table.desk.revision()).isGreaterThan(before);
        long begun = table.desk.revision();
        table.desk.done(group);
        assertThat(table.desk.revision()).isGreaterThan(begun);
        long done = table.desk.revision();
        table.desk.turnTo(group, "cable");
        assertThat(table.desk.revision()).isEqualTo(done);
    }

    @Test
    void aStepByHandIsInTheLedgerAndWatched() {
        String group = table.begin("cable", table.one);
        table.desk.done(group);
        LedgerEntry entry = table.latest(table.one);
        assertThat(entry.action()).isNull();
        assertThat(entry.state()).isEqualTo(EntryState.DONE);
        assertThat(table.trial(group, table.one))
                .isEqualTo(
                        Trials.watched(
                                "cable",
                                new Span(SetClock.NOON.minus(Duration.ofHours(24)), SetClock.NOON),
                                SetClock.NOON));
        assertThat(table.desk.marks(table.one.id()))
                .containsExactly(new FixMark(SetClock.NOON, "cable", TrialState.WATCHING, null));
        assertThat(table.farm.watched()).containsExactly(table.one.id());
    }

    @Test
    void sayingItTwiceIsSayingItOnce() {
        String group = table.begin("cable", table.one);
        table.desk.done(group);
        table.clock.pass(MINUTE);
        table.desk.done(group);
        assertThat(table.desk.ledger(table.one.id())).hasSize(1);
        assertThat(table.trial(group, table.one).changedAt()).isEqualTo(SetClock.NOON);
    }

    @Test
    void stepsThatOnlyLookAreNotWatched() {
        String group = table.begin("look_at_it", table.one);
        table.desk.done(group);
        assertThat(table.latest(table.one).state()).isEqualTo(EntryState.DONE);
        table.desk.turnTo(group, "wait");
        table.desk.done(group);
        table.desk.turnTo(group, "human");
        table.desk.done(group);
        assertThat(table.desk.ledger(table.one.id())).hasSize(1);
        assertThat(table.store.cases().getFirst().trials()).isEmpty();
        assertThat(table.farm.watched()).isEmpty();
    }

    @Test
    void onlyOneChangeIsWatchedAtATime() {
        String group = table.begin("cable", table.one);
        table.desk.done(group);
        table.clock.pass(MINUTE);
        String other = table.desk.begin(FakePlans.PLAN, "other", List.of(table.one.id()));
        table.desk.turnTo(other, "cable");
        table.desk.done(other);

        assertThat(table.trial(group, table.one).state()).isEqualTo(TrialState.GIVEN_UP);
        Trial next = table.trial(other, table.one);
        assertThat(next.state()).isEqualTo(TrialState.WATCHING);
        assertThat(next.baseline()).isEqualTo(new Span(SetClock.NOON, SetClock.NOON.plus(MINUTE)));
    }

    @Test
    void theTimeWithoutPowerIsNoBaselineAndDoesNotCount() {
        String group = table.begin("same_room", table.one);
        table.desk.away(group);
        assertThat(table.trial(group, table.one).state()).isEqualTo(TrialState.AWAY);
        assertThat(table.latest(table.one).state()).isEqualTo(EntryState.BEGUN);
        assertThat(table.desk.marks(table.one.id())).isEmpty();
        assertThat(table.member(group, table.one).figures()).isNull();

        // It may be out of power for as long as the program is closed.
        table.clock.pass(MINUTE);
        table.reopened();
        assertThat(table.latest(table.one).state()).isEqualTo(EntryState.BEGUN);
        table.desk.away(group);
        table.clock.pass(MINUTE);
        table.desk.back(group);
        Trial trial = table.trial(group, table.one);
        Instant back = SetClock.NOON.plus(MINUTE.multipliedBy(2));
        assertThat(trial.state()).isEqualTo(TrialState.WATCHING);
        assertThat(trial.baseline().to()).isEqualTo(SetClock.NOON);
        assertThat(trial.changedAt()).isEqualTo(back);
        assertThat(trial.away()).containsExactly(new Span(SetClock.NOON, back));
        assertThat(table.latest(table.one).state()).isEqualTo(EntryState.DONE);
        assertThat(table.desk.ledger(table.one.id())).hasSize(1);
    }

    @ParameterizedTest
    @EnumSource(
            value = TrialState.class,
            names = {"BETTER", "HELD"})
    void anExperimentThatHelpedIsUndoneForATest(TrialState helped) {
        String group = table.begin("same_room", table.one);
        table.desk.done(group);
        table.clock.pass(MINUTE);
        decided(group, helped);
        table.clock.pass(MINUTE);
        table.desk.undone(group);
        Trial trial = table.trial(group, table.one);
        assertThat(trial.state()).isEqualTo(TrialState.UNDONE);
        assertThat(trial.undoneAt()).isEqualTo(table.clock.instant());
        assertThat(table.latest(table.one).state()).isEqualTo(EntryState.UNDONE);
        assertThat(table.desk.marks(table.one.id()).getFirst().undoneAt())
                .isEqualTo(table.clock.instant());
        assertThat(table.farm.watched()).containsExactly(table.one.id());
    }

    @Test
    void whatWasMovedForATestIsMovedBackWithoutPowerToo() {
        String group = table.begin("same_room", table.one);
        table.desk.done(group);
        table.clock.pass(MINUTE);
        decided(group, TrialState.BETTER);
        table.clock.pass(MINUTE);
        table.desk.away(group);
        assertThat(table.trial(group, table.one).state()).isEqualTo(TrialState.BETTER);
        table.clock.pass(MINUTE);
        table.desk.back(group);
        Trial trial = table.trial(group, table.one);
        assertThat(trial.state()).isEqualTo(TrialState.UNDONE);
        assertThat(trial.undoneAt()).isEqualTo(table.clock.instant());
        assertThat(trial.changedAt()).isEqualTo(SetClock.NOON);
        assertThat(trial.away()).hasSize(1);
        assertThat(table.latest(table.one).state()).isEqualTo(EntryState.UNDONE);
    }

    @Test
    void anExperimentThatDidNotHelpIsEndedByItsUndoing() {
        String group = table.begin("same_room", table.one);
        table.desk.done(group);
        table.desk.undone(group);
        assertThat(table.trial(group, table.one).state()).isEqualTo(TrialState.GIVEN_UP);
        assertThat(table.latest(table.one).state()).isEqualTo(EntryState.UNDONE);
    }

    @Test
    void theBaselineAfterATestBeginsWithItsUndoing() {
        String group = table.begin("same_room", table.one);
        table.desk.done(group);
        table.clock.pass(MINUTE);
        decided(group, TrialState.BETTER);
        table.clock.pass(MINUTE);
        table.desk.undone(group);
        Instant undone = table.clock.instant();
        table.clock.pass(MINUTE);
        table.desk.turnTo(group, "cable");
        table.desk.done(group);
        assertThat(table.trial(group, table.one).baseline())
                .isEqualTo(new Span(undone, table.clock.instant()));
    }

    @Test
    void theBaselineGoesOverWhatDidNotHelpAndWasUndone() {
        String group = table.begin("same_room", table.one);
        table.desk.done(group);
        table.clock.pass(MINUTE);
        table.desk.gaveUp(group);
        table.desk.undone(group);
        table.clock.pass(MINUTE);
        table.desk.turnTo(group, "cable");
        table.desk.done(group);
        assertThat(table.trial(group, table.one).baseline().length())
                .isEqualTo(Duration.ofHours(24));
    }

    @Test
    void theUserMayKnowBeforeTheFiguresDo() {
        String group = table.begin("cable", table.one);
        table.desk.done(group);
        table.clock.pass(MINUTE);
        table.desk.gaveUp(group);
        assertThat(table.trial(group, table.one).state()).isEqualTo(TrialState.GIVEN_UP);
        assertThat(table.trial(group, table.one).decidedAt()).isEqualTo(table.clock.instant());
        assertThat(table.farm.watched()).isEmpty();
    }

    @Test
    void aWayThatWasLeftComesBackWhenItsTimeHasCome() {
        String group = table.begin("cable", table.one);
        table.desk.pause(group, SetClock.NOON.plus(MINUTE));
        assertThat(table.desk.due()).isEmpty();
        assertThat(table.farm.watched()).containsExactly(table.one.id());
        table.clock.pass(MINUTE);
        table.reopened();
        assertThat(table.desk.due()).extracting(FixView::group).containsExactly(group);
        table.desk.resume(group);
        assertThat(table.desk.due()).isEmpty();
        assertThat(table.farm.watched()).isEmpty();
    }

    @Test
    void anEndedWayIsLookedUpButNotListed() {
        String group = table.begin("cable", table.one);
        table.desk.done(group);
        table.desk.end(group);
        assertThat(table.desk.views()).isEmpty();
        assertThat(table.desk.view(group).orElseThrow().state()).isEqualTo(CaseState.ENDED);
        assertThat(table.trial(group, table.one).state()).isEqualTo(TrialState.GIVEN_UP);
        assertThat(table.farm.watched()).isEmpty();
    }

    @Test
    void whatHelpedIsLookedAtAgainThoughTheWayHasEnded() {
        String group = table.begin("cable", table.one);
        table.desk.done(group);
        decided(group, TrialState.BETTER);
        table.desk.end(group);
        assertThat(table.trial(group, table.one).state()).isEqualTo(TrialState.BETTER);
        assertThat(table.farm.watched()).containsExactly(table.one.id());
    }

    @Test
    void whatWasDoneByHandIsUndoneByHandInTheLedger() throws Exception {
        String group = table.begin("cable", table.one);
        table.desk.done(group);
        LedgerEntry undone = table.desk.undo(table.latest(table.one).id(), LinkQuestions.NOBODY);
        assertThat(undone.state()).isEqualTo(EntryState.UNDONE);
        assertThat(table.trial(group, table.one).state()).isEqualTo(TrialState.GIVEN_UP);
    }

    @Test
    void whatDoesNotExistIsRefused() {
        assertThatThrownBy(() -> table.desk.done("nobody"))
                .isInstanceOf(IllegalArgumentException.class);
        String group = table.begin("cable", table.one);
        assertThatThrownBy(() -> table.desk.turnTo(group, "nowhere"))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> table.desk.begin(FakePlans.PLAN, "wifi.weak", List.of()))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
