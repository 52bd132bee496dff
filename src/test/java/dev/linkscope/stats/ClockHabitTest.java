package dev.linkscope.stats;

import static org.assertj.core.api.Assertions.assertThat;

import dev.linkscope.stats.math.SplitMix;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Which drop-outs keep to a time of day: a week of slots of ten minutes, begun at midnight. */
class ClockHabitTest {
    private static final int DAY = 86_400;
    private static final int SLOTS_A_DAY = 144;
    private static final int DAYS = 7;
    private static final Thresholds LIMITS = Thresholds.DEFAULT.withPermutations(999);

    private static final Set<Integer> ALWAYS =
            IntStream.range(0, SLOTS_A_DAY).boxed().collect(Collectors.toSet());

    /**
     * @param drops such as {@code 2 03:10}: day and time of a failed slot
     * @param measured the slots of each day that were measured
     */
    private static Periodicity.@Nullable Candidate run(Set<Integer> measured, String... drops) {
        var failed = new TreeSet<Integer>();
        for (String drop : drops) {
            int day = Integer.parseInt(drop.substring(0, 1));
            int hours = Integer.parseInt(drop.substring(2, 4));
            int minutes = Integer.parseInt(drop.substring(5));
            failed.add(day * SLOTS_A_DAY + (hours * 60 + minutes) / 10);
        }
        String states =
                IntStream.range(0, DAYS * SLOTS_A_DAY)
                        .mapToObj(i ->
                                failed.contains(i)
                                        ? "0"
                                        : measured.contains(i % SLOTS_A_DAY) ? "1" : ".")
                        .collect(Collectors.joining());
        List<SlotRow> rows = SlotRow.of(Traces.of(states, Duration.ofMinutes(10)));
        return ClockHabit.run(rows, LIMITS, DAY, new SplitMix(7));
    }

    private static Periodicity.@Nullable Candidate run(String... drops) {
        return run(ALWAYS, drops);
    }

    @ParameterizedTest
    @ValueSource(strings = {"00:00", "03:00", "11:50", "12:00", "18:20", "23:50"})
    void theSameTimeOnFiveDaysIsAHabit(String at) {
        Periodicity.Candidate found = run("0 " + at, "1 " + at, "2 " + at, "4 " + at, "5 " + at);
        assertThat(found).isNotNull();
        assertThat(found.pValue()).isLessThanOrEqualTo(0.002);
        assertThat(found.periodSeconds()).isEqualTo(DAY);
    }

    @Test
    void aboutTheSameTimeIsLessCertain() {
        Periodicity.Candidate found = run("0 01:00", "1 03:00", "2 05:00", "3 03:30");
        assertThat(found).isNotNull();
        assertThat(found.pValue()).isBetween(0.003, 0.05);
    }

    @Test
    void itTakesThreeDropOutsOnThreeDays() {
        assertThat(run("0 03:00", "1 03:00", "2 03:00")).isNotNull();
        assertThat(run("0 03:00", "1 03:00")).isNull();
        // Four on two nights.
        assertThat(run("0 02:00", "0 04:00", "1 02:00", "1 04:00")).isNull();
    }

    @Test
    void aNightThatGoesOverMidnightIsOneNight() {
        assertThat(run("0 23:00", "1 01:00", "2 23:00", "3 01:00")).isNull();
        assertThat(run("0 23:00", "2 01:00", "3 23:00")).isNotNull();
    }

    @Test
    void whatLiesLessThanAnHourApartIsOneDropOut() {
        assertThat(run("0 03:00", "0 03:50", "1 03:00")).isNull();
        // An hour lies between these, so there are three; on two days.
        assertThat(run("0 03:00", "0 04:10", "1 03:00")).isNull();
        assertThat(run("0 03:00", "1 03:00", "1 03:50", "2 03:00", "2 03:20")).isNotNull();
    }

    @ParameterizedTest
    @CsvSource({
        // The mean lies a third of the way to the odd one, which is two hours and less from it.
        "05:50, true",
        "06:20, false",
        "00:10, true",
        "23:40, false",
    })
    void onlyATwelfthOfTheDayAroundTheMeanCounts(String third, boolean habit) {
        assertThat(run("0 03:00", "1 03:00", "2 " + third) != null).isEqualTo(habit);
    }

    @Test
    void atLeastHalfMustKeepToIt() {
        // At 120°, 180° and 240° from the others, so that the mean stays with these.
        assertThat(run("0 03:00", "1 03:00", "2 03:00", "3 11:00", "4 19:00", "5 15:00"))
                .isNotNull();
        assertThat(run("0 03:00", "1 03:00", "2 03:00", "3 11:00", "4 19:00", "5 09:00", "6 21:00"))
                .isNull();
    }

    @Test
    void aPiThatIsWatchedAtThatTimeOnlyProvesNothing() {
        Set<Integer> early = Set.of(18, 19, 20);
        Periodicity.Candidate found =
                run(early, "0 03:00", "1 03:10", "2 03:20", "3 03:00", "4 03:20");
        assertThat(found).isNotNull();
        assertThat(found.pValue()).isGreaterThan(0.2);
    }

    @Test
    void aMinuteOfTheHourIsFoundLikeATimeOfDay() {
        String hour = "1".repeat(17) + "0" + "1".repeat(42);
        List<SlotRow> rows = SlotRow.of(Traces.of(hour.repeat(5), Duration.ofMinutes(1)));
        Periodicity.Candidate found = ClockHabit.run(rows, LIMITS, 3600, new SplitMix(7));
        assertThat(found).isNotNull();
        assertThat(found.pValue()).isLessThanOrEqualTo(0.002);
        assertThat(found.periodSeconds()).isEqualTo(3600);
    }
}
