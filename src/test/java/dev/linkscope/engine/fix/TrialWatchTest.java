package dev.linkscope.engine.fix;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.linkscope.domain.fix.Trial;
import dev.linkscope.domain.fix.TrialState;
import dev.linkscope.domain.printer.PrinterId;
import dev.linkscope.domain.printer.Target;
import dev.linkscope.engine.SessionSnapshot;
import dev.linkscope.ui.FakeSnapshots;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What was measured decides, whenever somebody looks. */
@Timeout(30)
class TrialWatchTest {
    /** 28 slots of 10 s with five drop-outs, none of them like clockwork. */
    private static final String FAILING = "1110111101111110110111110111";

    private final FixTable table = new FixTable();

    @AfterEach
    void close() {
        table.close();
    }

    private MadeUpHistory history(PrinterId printer) {
        return new MadeUpHistory(table.outcomes, printer, SetClock.NOON);
    }

    /** Two hours of drop-outs. */
    private static String baseline() {
        return FAILING.repeat(26);
    }

    private Duration after(String group) {
        return table.member(group, table.one).figures().afterMeasured();
    }

    @Test
    void tellsBeforehandWhetherAChangeCouldBeJudged() {
        String group = table.begin("cable", table.one);
        assertThat(table.member(group, table.one).announcement().key())
                .isEqualTo("fix.desk.reading");
        assertThat(table.member(group, table.one).ready()).isFalse();
        table.desk.round();
        assertThat(table.member(group, table.one).announcement().key())
                .isEqualTo("fix.trial.announce.nothing");

        table.clock.set(history(table.one.id()).add(baseline()));
        table.desk.round();
        assertThat(table.member(group, table.one).ready()).isTrue();
    }

    @Test
    void aFaultOfTheAfternoonIsComparedWithAWholeWeek() {
        MadeUpHistory history = history(table.one.id());
        for (int day = 0; day < 5; day++) {
            history.add("1".repeat(360 * 4));
            history.add(("0" + "1".repeat(50 + 7 * day)).repeat(12).substring(0, 600));
            table.clock.set(history.add("1".repeat(8_640 - 360 * 4 - 600)));
        }
        String group = table.begin("cable", table.one);
        table.desk.round();
        assertThat(table.member(group, table.one).announcement().key())
                .isEqualTo("fix.trial.announce.hours");
        table.desk.done(group);
        assertThat(table.trial(group, table.one).baseline().length()).isEqualTo(Duration.ofDays(7));
        table.clock.set(history.add("1".repeat(360 * 3)));
        table.desk.round();
        assertThat(table.trial(group, table.one).state()).isEqualTo(TrialState.WATCHING);
    }

    @Test
    void aLinkThatIsQuietSinceTheChangeIsBetter() {
        MadeUpHistory history = history(table.one.id());
        table.clock.set(history.add(baseline()));
        String group = table.begin("cable", table.one);
        table.desk.done(group);
        table.desk.round();
        assertThat(table.member(group, table.one).figures().beforeDropOuts()).isEqualTo(26 * 5);
        assertThat(after(group)).isZero();
        assertThat(table.trial(group, table.one).state()).isEqualTo(TrialState.WATCHING);

        table.clock.set(history.add("1".repeat(6)));
        table.desk.round();
        assertThat(table.trial(group, table.one).state()).isEqualTo(TrialState.WATCHING);
        long before = table.desk.revision();
        table.clock.set(history.add("1".repeat(30)));
        table.desk.round();

        Trial trial = table.trial(group, table.one);
        assertThat(trial.state()).isEqualTo(TrialState.BETTER);
        assertThat(trial.decidedAt()).isBetween(trial.changedAt(), table.clock.instant());
        assertThat(table.desk.revision()).isGreaterThan(before);
        assertThat(table.store.cases().getFirst().latest()).isEqualTo(trial);
        assertThat(table.member(group, table.one).figures().state()).isEqualTo(TrialState.BETTER);
        assertThat(after(group)).isEqualTo(Duration.ofSeconds(360));
    }

    @Test
    void aLinkThatFailsAsBeforeIsNotFixedAndNobodyMeasuresOnForIt() {
        MadeUpHistory history = history(table.one.id());
        table.clock.set(history.add(baseline()));
        String group = table.begin("cable", table.one);
        table.desk.done(group);
        assertThat(table.farm.watched()).containsExactly(table.one.id());
        table.clock.set(history.add(baseline()));
        table.desk.round();
        assertThat(table.trial(group, table.one).state()).isEqualTo(TrialState.NOT_FIXED);
        assertThat(table.farm.watched()).isEmpty();
        assertThat(table.member(group, table.one).figures()).isNotNull();
    }

    @Test
    void daysLaterAndAfterAStartTheStoreStillKnows() {
        MadeUpHistory history = history(table.one.id());
        table.clock.set(history.add(baseline()));
        String group = table.begin("cable", table.one);
        table.desk.done(group);
        table.desk.close();
        history.restart("later");
        Instant measured = history.add("1".repeat(60));

        table.clock.set(measured.plus(Duration.ofDays(3)));
        table.reopened();
        assertThat(table.farm.watched()).containsExactly(table.one.id());
        table.desk.round();
        assertThat(table.trial(group, table.one).state()).isEqualTo(TrialState.BETTER);
    }

    @Test
    void aHoleIsNoQuietTime() {
        MadeUpHistory history = history(table.one.id());
        table.clock.set(history.add(baseline()));
        String group = table.begin("cable", table.one);
        table.desk.done(group);
        table.clock.set(history.add("1" + ".".repeat(500) + "111"));
        table.desk.round();
        assertThat(after(group)).isEqualTo(Duration.ofSeconds(40));
        assertThat(table.trial(group, table.one).state()).isEqualTo(TrialState.WATCHING);
    }

    @Test
    void theTimeWithoutPowerDoesNotCount() {
        MadeUpHistory history = history(table.one.id());
        table.clock.set(history.add(baseline()));
        String group = table.begin("same_room", table.one);
        table.desk.away(group);
        table.clock.set(history.add("0000000000"));
        table.desk.round();
        assertThat(table.member(group, table.one).figures()).isNull();
        table.desk.back(group);
        table.clock.set(history.add("11"));
        table.desk.round();
        assertThat(table.member(group, table.one).figures().beforeDropOuts()).isEqualTo(26 * 5);
        assertThat(after(group)).isEqualTo(Duration.ofSeconds(20));
        assertThat(table.member(group, table.one).figures().afterDropOuts()).isZero();
    }

    @Test
    void aVerdictOfTheUserStandsAgainstALaterLook() {
        MadeUpHistory history = history(table.one.id());
        table.clock.set(history.add(baseline()));
        String group = table.begin("cable", table.one);
        table.desk.done(group);
        table.desk.gaveUp(group);
        table.clock.set(history.add("1".repeat(60)));
        table.desk.round();
        assertThat(table.trial(group, table.one).state()).isEqualTo(TrialState.GIVEN_UP);
    }

    @Test
    void ofMadeUpPrintersWhatIsShownCounts() {
        SessionSnapshot shown =
                FakeSnapshots.bursts(
                        FakeSnapshots.printer("Demo", new Target.Simulated("weak-wifi")), 7);
        table.farm.show(shown);
        table.clock.set(shown.at().minus(Duration.ofMinutes(10)));
        String group = table.begin("cable", shown.printer());
        table.desk.done(group);
        table.clock.set(shown.at().plusSeconds(10));
        table.desk.round();
        TrialView figures = table.member(group, shown.printer()).figures();
        assertThat(figures.beforeMeasured()).isGreaterThan(Duration.ofMinutes(90));
        assertThat(figures.afterMeasured())
                .isBetween(Duration.ofMinutes(9), Duration.ofMinutes(11));
    }

    @Test
    void looksByItselfAndStopsWithTheDesk() {
        MadeUpHistory history = history(table.one.id());
        table.clock.set(history.add(baseline()));
        table.desk.start();
        String group = table.begin("cable", table.one);
        await().until(() -> table.member(group, table.one).ready());
        table.desk.done(group);
        table.clock.set(history.add("1".repeat(60)));
        await().until(() -> table.trial(group, table.one).state() == TrialState.BETTER);
        table.desk.close();
        long last = table.desk.revision();
        assertThat(table.desk.revision()).isEqualTo(last);
    }

    @Test
    void printersThatAreNotWatchedAnyMoreAreLeftOut() {
        String group = table.begin("cable", table.one);
        var farm = new ShownFarm();
        var watch =
                new TrialWatch(
                        new FixBook(table.store, _ -> false),
                        new MeasuredPanes(table.outcomes, farm),
                        Duration.ofSeconds(10));
        var showing =
                new Showing(new FixBook(table.store, _ -> false), FakePlans.PLANS, farm, watch);
        assertThat(table.desk.view(group)).isPresent();
        assertThat(showing.now().views()).isEmpty();
    }
}
