package dev.linkscope.stats;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.linkscope.domain.coverage.Trace;
import dev.linkscope.domain.loss.FixReason;
import dev.linkscope.domain.loss.FixVerdict;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

/** The first decision on a change: what it is, which slot made it, and what stays open. */
class FixDecisionTest {
    /** 14 single failures in 720 slots: silence decides after 254 slots. */
    private static final String BEFORE = ("1".repeat(50) + "0").repeat(14) + "1".repeat(6);

    /** λ₀, as in {@link FixVerificationTest}. */
    private static final double RATE = 9.4696 / 7_200;

    private static FixDecision decide(String before, String after) {
        return decide(Traces.of(before), after.isEmpty() ? Trace.EMPTY : Traces.of(after));
    }

    private static FixDecision decide(Trace before, Trace after) {
        return FixVerification.decide(
                FixBaseline.of(before, Thresholds.DEFAULT), after, Thresholds.DEFAULT);
    }

    private static Instant slot(int index) {
        return Traces.START.plus(Traces.CADENCE.multipliedBy(index));
    }

    @Test
    void silenceIsDecidedByTheSlotThatCompletesIt() {
        FixDecision early = decide(BEFORE, "1".repeat(253));
        assertThat(early.figures().verdict()).isEqualTo(FixVerdict.NOT_YET_KNOWN);
        assertThat(early.figures().reason()).isEqualTo(FixReason.KEEP_WATCHING);
        assertThat(early.figures().quietSecondsNeeded()).isCloseTo(0.9, within(0.5));
        assertThat(early.at()).isNull();
        assertThat(early.hours()).isNull();
        assertThat(early.after().slots()).hasSize(253);
        FixDecision done = decide(BEFORE, "1".repeat(254));
        assertThat(done.figures().verdict()).isEqualTo(FixVerdict.VERIFIED);
        assertThat(done.at()).isEqualTo(slot(254));
        assertThat(done.before()).isEqualTo(Traces.of(BEFORE));
    }

    @Test
    void whatComesAfterTheDecisionDoesNotMoveIt() {
        FixDecision done = decide(BEFORE, "1".repeat(254) + "0".repeat(400));
        assertThat(done).isEqualTo(decide(BEFORE, "1".repeat(254)));
        FixDecision not = decide(BEFORE, "10".repeat(8));
        assertThat(not.figures().verdict()).isEqualTo(FixVerdict.NOT_FIXED);
        assertThat(not.figures().reason()).isEqualTo(FixReason.KEEPS_FAILING);
        assertThat(decide(BEFORE, "10".repeat(8) + "1".repeat(2_000)).at()).isEqualTo(not.at());
    }

    @Test
    void fewerDropOutsThatLastLongerAreNoFix() {
        FixDecision down = decide(BEFORE, "0".repeat(700));
        assertThat(down.figures().verdict()).isEqualTo(FixVerdict.NOT_FIXED);
        assertThat(down.figures().reason()).isEqualTo(FixReason.STILL_DOWN);
        assertThat(down.figures().unitsAfter()).isEqualTo(1);
        int slots = (int) Math.ceil((Math.log(20) + Math.log(10)) / (0.9 * RATE) / 10);
        assertThat(down.at()).isEqualTo(slot(slots));
    }

    /** Fewer errors than before, but the newest attempts fail: that is no time to say fixed. */
    @Test
    void nothingIsFixedWhileItFails() {
        String before = ("1".repeat(20) + "0".repeat(30)).repeat(14);
        double rate =
                FixBaseline.of(Traces.of(before), Thresholds.DEFAULT).dropOuts().cautiousRate();
        int silence = (int) Math.ceil(Math.log(20) / (0.9 * rate) / 10);
        int withOne = (int) Math.ceil(Math.log(200) / (0.9 * rate) / 10);
        String quiet = "1".repeat(silence - 1);
        String failing = "0".repeat(withOne - silence + 1);
        FixDecision waiting = decide(before, quiet + failing);
        assertThat(waiting.figures().verdict()).isEqualTo(FixVerdict.NOT_YET_KNOWN);
        assertThat(waiting.figures().quietSecondsNeeded()).isEqualTo(10);
        FixDecision over = decide(before, quiet + failing + "1");
        assertThat(over.figures().verdict()).isEqualTo(FixVerdict.VERIFIED);
        assertThat(over.at()).isEqualTo(slot(withOne + 1));
    }

    /**
     * As rare as a fix would be, but as long as before: it is waited until its share is smaller.
     */
    @Test
    void longerOutagesAreWaitedForUntilTheyAreRarer() {
        FixDecision open = decide(BEFORE, "0".repeat(6) + "1".repeat(200));
        // Of 309 slots six are fewer than 14 in 720; of 308 they are not.
        assertThat(open.figures().verdict()).isEqualTo(FixVerdict.NOT_YET_KNOWN);
        assertThat(open.figures().quietSecondsNeeded())
                .isCloseTo(Math.log(200) / (0.9 * RATE) - 2_060, within(1.0));
        FixDecision long12 = decide(BEFORE, "0".repeat(12) + "1".repeat(436));
        assertThat(long12.figures().verdict()).isEqualTo(FixVerdict.NOT_YET_KNOWN);
        assertThat(long12.figures().quietSecondsNeeded()).isEqualTo((618 - 448) * 10);
        assertThat(decide(BEFORE, "0".repeat(12) + "1".repeat(606)).at()).isEqualTo(slot(618));
    }

    @Test
    void aBaselineThatTellsNothingSaysSo() {
        FixDecision clean = decide("1".repeat(100), "1".repeat(100));
        assertThat(clean.figures().reason()).isEqualTo(FixReason.NO_FAILURE_BEFORE);
        assertThat(clean.figures().baselineSecondsNeeded()).isNull();
        assertThat(clean.at()).isNull();
        FixDecision few = decide("1".repeat(100) + "0" + "1".repeat(99), "1".repeat(500));
        assertThat(few.figures().reason()).isEqualTo(FixReason.BASELINE_TOO_SHORT);
        assertThat(few.figures().baselineSecondsNeeded()).isEqualTo(5 * 2_000.0);
        assertThat(few.after().slots()).hasSize(500);
    }

    @Test
    void afterNothingGotThroughEitherAnswerTakesAsManySlots() {
        String down = "0".repeat(100);
        FixDecision works = decide(down, "1".repeat(70));
        assertThat(works.figures().verdict()).isEqualTo(FixVerdict.VERIFIED);
        assertThat(works.figures().reason()).isEqualTo(FixReason.WORKS_AGAIN);
        assertThat(works.at()).isEqualTo(slot(59));
        assertThat(works.after().slots()).hasSize(59);
        FixDecision still = decide(down, "0".repeat(70));
        assertThat(still.figures().verdict()).isEqualTo(FixVerdict.NOT_FIXED);
        assertThat(still.figures().reason()).isEqualTo(FixReason.STILL_DOWN);
        assertThat(still.at()).isEqualTo(slot(59));
        FixDecision early = decide(down, "0".repeat(58));
        assertThat(early.figures().verdict()).isEqualTo(FixVerdict.NOT_YET_KNOWN);
        assertThat(early.at()).isNull();
    }

    @Test
    void afterNothingGotThroughTheWaitIsNamedInTheCadenceThatRuns() {
        String down = "0".repeat(100);
        assertThat(decide(down, "").figures().quietSecondsNeeded()).isEqualTo(590);
        assertThat(decide(down, "1".repeat(50)).figures().quietSecondsNeeded()).isEqualTo(90);
        Trace slower = Traces.of("1".repeat(50), Duration.ofSeconds(30));
        assertThat(decide(Traces.of(down), slower).figures().quietSecondsNeeded())
                .isCloseTo(270, within(1e-9));
        assertThat(
                        decide(Traces.of(down, Duration.ofSeconds(30)), Trace.EMPTY)
                                .figures()
                                .quietSecondsNeeded())
                .isCloseTo(1_770, within(1e-9));
    }

    /** A fault of the evening: quiet nights prove nothing, and its evenings are waited for. */
    @Test
    void onlyTheHoursOfTheFaultCount() {
        String evening =
                "1".repeat(19 * 60) + ("0" + "1".repeat(19)).repeat(9) + "1".repeat(2 * 60);
        Trace before = Traces.of(evening.repeat(4), Duration.ofMinutes(1));
        FixBaseline baseline = FixBaseline.of(before, Thresholds.DEFAULT);
        FaultHours hours = baseline.hours();
        assertThat(hours).isNotNull();
        assertThat(baseline.compared()).isEqualTo(hours.keep(before));
        int day = 1_440;
        FixDecision first = decide(before, Traces.of("1".repeat(day), Duration.ofMinutes(1)));
        assertThat(first.figures().verdict()).isEqualTo(FixVerdict.NOT_YET_KNOWN);
        assertThat(first.hours().length()).isEqualTo(hours.length());
        assertThat(first.figures().quietSecondsNeeded())
                .isCloseTo(hours.least().minus(hours.length()).toSeconds(), within(60.0));
        FixDecision third = decide(before, Traces.of("1".repeat(3 * day), Duration.ofMinutes(1)));
        assertThat(third.figures().verdict()).isEqualTo(FixVerdict.VERIFIED);
        assertThat(third.at()).isAfter(Traces.START.plus(Duration.ofHours(24 + 19)));
        assertThat(third.at()).isBefore(Traces.START.plus(Duration.ofHours(48)));
    }
}
