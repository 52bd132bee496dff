package dev.linkscope.stats;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.linkscope.stats.FixRecheck.Outcome;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The day after a fault was found gone. */
class FixRecheckTest {
    private static final int DAY = 8_640;
    private static final int HOUR = 360;

    /** 14 single failures in 720 slots, 2 %: the share that counts is 5 %, 432 slots of a day. */
    private static final String SELDOM = ("1".repeat(50) + "0").repeat(14) + "1".repeat(6);

    private static final String NEVER_THROUGH = "0".repeat(100);

    private static FixRecheck recheck(String before, String since) {
        return FixRecheck.of(
                FixBaseline.of(Traces.of(before), Thresholds.DEFAULT),
                Traces.of(since),
                Traces.START,
                Thresholds.DEFAULT);
    }

    private static Instant slot(int index) {
        return Traces.START.plus(Traces.CADENCE.multipliedBy(index));
    }

    @Test
    void aQuietDayHolds() {
        FixRecheck held = recheck(SELDOM, "1".repeat(DAY + 50));
        assertThat(held.outcome()).isEqualTo(Outcome.HELD);
        assertThat(held.at()).isEqualTo(slot(DAY));
        assertThat(held.measured()).isEqualTo(FixRecheck.WATCHED);
        assertThat(held.dropOuts()).isZero();
        assertThat(held.usual()).isCloseTo(14 * 12, within(1e-6));
    }

    @Test
    void untilThenItIsWaitedFor() {
        FixRecheck waiting = recheck(SELDOM, "1".repeat(DAY - 1));
        assertThat(waiting.outcome()).isEqualTo(Outcome.WAITING);
        assertThat(waiting.at()).isNull();
        assertThat(waiting.measured()).isEqualTo(Duration.ofDays(1).minusSeconds(10));
        assertThat(waiting.usual()).isCloseTo(14 * (DAY - 1) / 720.0, within(1e-6));
    }

    /** A printer may be off at night, but half of a day has to be seen. */
    @ParameterizedTest
    @CsvSource({"12, 24", "8, 24", "16, 28"})
    void halfOfItHasToBeMeasured(int hoursOff, int hoursUntilHeld) {
        FixRecheck held = recheck(SELDOM, ".".repeat(hoursOff * HOUR) + "1".repeat(24 * HOUR));
        assertThat(held.outcome()).isEqualTo(Outcome.HELD);
        assertThat(held.at()).isEqualTo(slot(hoursUntilHeld * HOUR));
        assertThat(held.measured()).isEqualTo(Duration.ofHours(hoursUntilHeld - hoursOff));
    }

    @Test
    void theOldRateIsNoticedWhenItIsBack() {
        FixRecheck back = recheck(SELDOM, "1".repeat(5 * HOUR) + SELDOM.repeat(4));
        assertThat(back.outcome()).isEqualTo(Outcome.BACK);
        assertThat(back.at()).isBetween(slot(5 * HOUR + 7 * 51), slot(5 * HOUR + 20 * 51));
        assertThat(back.dropOuts()).isBetween(7, 20);
        assertThat(back.dropOuts()).isEqualTo(dropOutsUpTo(back));
    }

    private static int dropOutsUpTo(FixRecheck back) {
        long slots = Duration.between(slot(5 * HOUR), back.at()).dividedBy(Traces.CADENCE);
        String seen = SELDOM.repeat(4).substring(0, (int) slots);
        assertThat(seen).as("decided by a drop-out").endsWith("0");
        return (int) seen.chars().filter(state -> state == '0').count();
    }

    @Test
    void halfOfTheOldRateIsNotTheOldRate() {
        String half = ("1".repeat(102) + "0").repeat(84);
        assertThat(recheck(SELDOM, half + "1".repeat(DAY)).outcome()).isEqualTo(Outcome.HELD);
    }

    @Test
    void oneOutageAsLongAsTheShareOfADayIsTheFaultAgain() {
        String quiet = "1".repeat(1_000);
        FixRecheck down = recheck(SELDOM, quiet + "0".repeat(440) + "1".repeat(DAY));
        assertThat(down.outcome()).isEqualTo(Outcome.DOWN);
        assertThat(down.at()).isBetween(slot(1_000 + 431), slot(1_000 + 433));
        assertThat(down.dropOuts()).isEqualTo(1);
        FixRecheck shorter = recheck(SELDOM, quiet + "0".repeat(428) + "1".repeat(DAY));
        assertThat(shorter.outcome()).isEqualTo(Outcome.HELD);
    }

    /** Where half of the day was seen, half of that outage is as large a share. */
    @ParameterizedTest
    @CsvSource({"210, HELD", "222, DOWN"})
    void atTheEndTheShareOfWhatWasMeasuredCounts(int failed, Outcome outcome) {
        String off = ".".repeat(12 * HOUR);
        String since = "1".repeat(500) + "0".repeat(failed) + "1".repeat(12 * HOUR - 500 - failed);
        FixRecheck end = recheck(SELDOM, off + since);
        assertThat(end.outcome()).isEqualTo(outcome);
        assertThat(end.at()).isEqualTo(slot(DAY));
    }

    @Test
    void whereNothingGotThroughThereAreNoDropOutsToCount() {
        FixRecheck held = recheck(NEVER_THROUGH, "1".repeat(DAY));
        assertThat(held.outcome()).isEqualTo(Outcome.HELD);
        assertThat(held.dropOuts()).isNull();
        assertThat(held.usual()).isNull();
    }

    @Test
    void whereNothingGotThroughAnHourOfThatIsTheFaultAgain() {
        FixRecheck down = recheck(NEVER_THROUGH, "1".repeat(2 * HOUR) + "0".repeat(HOUR));
        assertThat(down.outcome()).isEqualTo(Outcome.DOWN);
        assertThat(down.at()).isEqualTo(slot(3 * HOUR));
        FixRecheck halfAnHour =
                recheck(
                        NEVER_THROUGH,
                        "1".repeat(2 * HOUR) + "0".repeat(HOUR / 2) + "1".repeat(DAY));
        assertThat(halfAnHour.outcome()).isEqualTo(Outcome.HELD);
    }

    /** 20 % of a day. */
    @Test
    void whereNothingGotThroughAFifthOfTheDayIsTheFaultAgain() {
        String half = "0".repeat(HOUR / 2) + "1".repeat(HOUR / 2);
        FixRecheck down = recheck(NEVER_THROUGH, half.repeat(24));
        assertThat(down.outcome()).isEqualTo(Outcome.DOWN);
        assertThat(down.at()).isBetween(slot(9 * HOUR + 106), slot(9 * HOUR + 110));
    }

    /** Quiet nights tell nothing of a fault of the evening: half of its hours has to be seen. */
    @Test
    void aFaultOfTheEveningIsLookedForInTheEvening() {
        int day = 1_440;
        String evening =
                "1".repeat(19 * 60) + ("0" + "1".repeat(19)).repeat(9) + "1".repeat(2 * 60);
        Duration minute = Duration.ofMinutes(1);
        FixBaseline before =
                FixBaseline.of(Traces.of(evening.repeat(4), minute), Thresholds.DEFAULT);
        assertThat(before.hours()).isNotNull();
        String offInTheEvening = "1".repeat(18 * 60) + ".".repeat(6 * 60);
        FixRecheck blind = since(before, offInTheEvening + "1".repeat(12 * 60), minute);
        assertThat(blind.outcome()).isEqualTo(Outcome.WAITING);
        FixRecheck seen = since(before, offInTheEvening + "1".repeat(day), minute);
        assertThat(seen.outcome()).isEqualTo(Outcome.HELD);
        assertThat(seen.at()).isAfter(Traces.START.plus(Duration.ofHours(24 + 19)));
        FixRecheck elsewhen =
                since(before, "1".repeat(60) + "0".repeat(60) + "1".repeat(day), minute);
        assertThat(elsewhen.dropOuts()).as("not in its hours").isZero();
    }

    private static FixRecheck since(FixBaseline before, String states, Duration cadence) {
        return FixRecheck.of(before, Traces.of(states, cadence), Traces.START, Thresholds.DEFAULT);
    }
}
