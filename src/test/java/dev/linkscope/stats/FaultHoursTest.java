package dev.linkscope.stats;

import static org.assertj.core.api.Assertions.assertThat;

import dev.linkscope.domain.coverage.Trace;
import dev.linkscope.stats.math.SplitMix;
import java.time.Duration;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

class FaultHoursTest {
    private static final Duration MINUTE = Duration.ofMinutes(1);
    private static final int DAY = 1_440;

    private static Trace minutes(String states) {
        return Traces.of(states, MINUTE);
    }

    private static String evening(String fault) {
        return "1".repeat(19 * 60) + fault + "1".repeat(5 * 60 - fault.length());
    }

    private static final String FAULT = ("0" + "1".repeat(19)).repeat(9);

    @Test
    void anEveningFaultKeepsToTheEvening() {
        FaultHours hours = FaultHours.of(minutes(evening(FAULT).repeat(3)), Thresholds.DEFAULT);
        assertThat(hours).isNotNull();
        assertThat(hours.length()).isBetween(Duration.ofMinutes(140), Duration.ofMinutes(220));
        assertThat(hours.until(Traces.START.plus(Duration.ofHours(20)))).isZero();
        assertThat(hours.until(Traces.START.plus(Duration.ofHours(68)))).isZero();
        assertThat(hours.until(Traces.START.plus(Duration.ofHours(12))))
                .isBetween(Duration.ofMinutes(380), Duration.ofMinutes(440));
        Trace kept = hours.keep(minutes(evening(FAULT)));
        assertThat(kept.slots()).hasSize(DAY);
        assertThat(kept.slots().filter(slot -> slot.measured()).count())
                .isEqualTo(hours.length().toMinutes());
    }

    @Test
    void theMoreDaysWereQuietTheMoreAreWaitedFor() {
        String calm = "1".repeat(DAY);
        FaultHours always = FaultHours.of(minutes(evening(FAULT).repeat(5)), Thresholds.DEFAULT);
        FaultHours mostly =
                FaultHours.of(
                        minutes(evening(FAULT).repeat(3) + calm + evening(FAULT) + calm),
                        Thresholds.DEFAULT);
        assertThat(always).isNotNull();
        assertThat(mostly).isNotNull();
        assertThat(always.least()).isEqualTo(always.length().multipliedBy(2));
        // Two quiet days and four bad ones: (2 + 1/2) / (6 + 1) = 0.36, and 0.36³ is below 5 %.
        assertThat(mostly.least()).isEqualTo(mostly.length().multipliedBy(3));
    }

    @Test
    void itMayLieAroundMidnight() {
        String day = FAULT + "1".repeat(DAY - 2 * FAULT.length()) + FAULT;
        FaultHours hours = FaultHours.of(minutes(day.repeat(4)), Thresholds.DEFAULT);
        assertThat(hours).isNotNull();
        assertThat(hours.until(Traces.START)).isZero();
        assertThat(hours.until(Traces.START.plus(Duration.ofHours(12)))).isPositive();
    }

    @Test
    void oneBadNightIsNoHabitAndNeitherAreTwo() {
        String calm = "1".repeat(DAY);
        assertThat(of(evening(FAULT))).isNull();
        assertThat(of(evening(FAULT).repeat(2))).isNull();
        assertThat(of(calm + evening(FAULT) + calm)).isNull();
    }

    private static Object of(String states) {
        return FaultHours.of(minutes(states), Thresholds.DEFAULT);
    }

    @Test
    void onePiThatIsOnOnlyInTheEveningProvesNothing() {
        String on = ".".repeat(18 * 60) + FAULT + FAULT;
        assertThat(of(on.repeat(5))).isNull();
    }

    @Tag("simulation")
    @Test
    void faultsAtAnyTimeOfDayAreNoHabit() {
        SplitMix random = new SplitMix(5);
        int found = 0;
        for (int i = 0; i < 200; i++) {
            found += of(Simulated.independent(4 * DAY, 0.002, random)) == null ? 0 : 1;
            found += of(Simulated.storms(4 * DAY, 0.0007, 120, 0.05, random)) == null ? 0 : 1;
        }
        assertThat(found).isLessThanOrEqualTo(8);
    }

    @Test
    void aNightlyRebootHasAnHour() {
        String day = "1".repeat(181) + "00" + "1".repeat(DAY - 183);
        FaultHours hours = FaultHours.of(minutes(day.repeat(7)), Thresholds.DEFAULT);
        assertThat(hours).isNotNull();
        assertThat(hours.length()).isEqualTo(Duration.ofHours(1));
    }
}
