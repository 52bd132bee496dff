package dev.linkscope.stats;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.linkscope.domain.coverage.Trace;
import dev.linkscope.domain.loss.FixFigures;
import dev.linkscope.domain.loss.FixReason;
import dev.linkscope.domain.loss.FixVerdict;
import dev.linkscope.stats.math.SplitMix;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

class FixVerificationTest {
    /** 14 single failures in 720 slots, evenly spread: one every 514 s. */
    private static final String BEFORE = ("1".repeat(50) + "0").repeat(14) + "1".repeat(6);

    private static FixFigures compare(String before, String after) {
        Trace since = after.isEmpty() ? Trace.EMPTY : Traces.of(after);
        return FixVerification.compare(Traces.of(before), since, Thresholds.DEFAULT);
    }

    /** λ₀ = χ²₀.₁₀(28)/2 / 7,200 s = 9.4696 / 7,200 s; ln 20 / (0.9 λ₀) = 2,530.9 s. */
    @Test
    void theWaitingTimeIsAnnounced() {
        Double wait = FixVerification.quietSecondsToAnnounce(Traces.of(BEFORE), Thresholds.DEFAULT);
        assertThat(wait).isCloseTo(2_530.9, within(0.5));
    }

    @Test
    void silenceVerifiesAfterTheAnnouncedTime() {
        FixFigures early = compare(BEFORE, "1".repeat(253));
        assertThat(early.verdict()).isEqualTo(FixVerdict.NOT_YET_KNOWN);
        assertThat(early.reason()).isEqualTo(FixReason.KEEP_WATCHING);
        assertThat(early.quietSecondsNeeded()).isCloseTo(0.9, within(0.5));
        assertThat(early.unitGmin()).isEqualTo(1);
        assertThat(early.unitsBefore()).isEqualTo(14);
        assertThat(early.expectedAfter()).isCloseTo(14 * 253 / 720.0, within(1e-9));
        FixFigures done = compare(BEFORE, "1".repeat(254));
        assertThat(done.verdict()).isEqualTo(FixVerdict.VERIFIED);
        assertThat(done.eValue()).isBetween(20.0, 20.3);
        assertThat(done.quietSecondsNeeded()).isNull();
        assertThat(done.unitsAfter()).isZero();
    }

    @Test
    void oneFailureCostsAsMuchAsATenfoldOfEvidence() {
        FixFigures figures = compare(BEFORE, "0" + "1".repeat(200));
        double rate = 9.4696 / 7_200;
        assertThat(figures.eValue()).isCloseTo(0.1 * Math.exp(0.9 * rate * 2_010), within(1e-3));
        assertThat(figures.quietSecondsNeeded())
                .isCloseTo(Math.log(200) / (0.9 * rate) - 2_010, within(1.0));
    }

    @Test
    void aVerdictOnceReachedStays() {
        FixFigures verified = compare(BEFORE, "1".repeat(300) + "0".repeat(5));
        assertThat(verified.verdict()).isEqualTo(FixVerdict.VERIFIED);
        assertThat(verified.eValue()).isGreaterThan(20);
        FixFigures not = compare(BEFORE, "10".repeat(8) + "1".repeat(2_000));
        assertThat(not.verdict()).isEqualTo(FixVerdict.NOT_FIXED);
        assertThat(not.reason()).isEqualTo(FixReason.KEEPS_FAILING);
        assertThat(not.quietSecondsNeeded()).isNull();
    }

    @Test
    void blindSpotsAreNoSilence() {
        FixFigures figures = compare(BEFORE, "1".repeat(100) + ".".repeat(500));
        assertThat(figures.verdict()).isEqualTo(FixVerdict.NOT_YET_KNOWN);
        assertThat(figures.quietSecondsNeeded()).isCloseTo(1_530.9, within(0.5));
    }

    @Test
    void aShortBaselineSaysHowMuchLonger() {
        FixFigures figures = compare("1".repeat(100) + "0" + "1".repeat(99), "1".repeat(500));
        assertThat(figures.verdict()).isEqualTo(FixVerdict.NOT_YET_KNOWN);
        assertThat(figures.reason()).isEqualTo(FixReason.BASELINE_TOO_SHORT);
        assertThat(figures.baselineSecondsNeeded()).isEqualTo(5 * 2_000.0);
        assertThat(figures.eValue()).isNull();
        assertThat(compare("1".repeat(100), "1").reason()).isEqualTo(FixReason.NO_FAILURE_BEFORE);
    }

    @Test
    void stormsThatNeverSettleAreTooIrregular() {
        String storm = ("0" + "1".repeat(40)).repeat(20);
        FixFigures figures = compare("1".repeat(5_000) + storm + "1".repeat(5_000), "1");
        assertThat(figures.reason()).isEqualTo(FixReason.BASELINE_TOO_SHORT);
        assertThat(figures.baselineSecondsNeeded()).isEqualTo(10 * (10_000 + 820.0));
    }

    @Test
    void afterNothingGotThroughTheNewRateDecides() {
        String down = "0".repeat(100);
        FixFigures works = compare(down, "1".repeat(59));
        assertThat(works.verdict()).isEqualTo(FixVerdict.VERIFIED);
        assertThat(works.reason()).isEqualTo(FixReason.WORKS_AGAIN);
        assertThat(works.eValue()).isNull();
        FixFigures soon = compare(down, "1".repeat(58));
        assertThat(soon.verdict()).isEqualTo(FixVerdict.NOT_YET_KNOWN);
        assertThat(soon.quietSecondsNeeded()).isEqualTo(10);
        assertThat(compare(down, "").quietSecondsNeeded()).isEqualTo(590);
        assertThat(compare(down, "0".repeat(20)).verdict()).isEqualTo(FixVerdict.NOT_FIXED);
        assertThat(compare(down, "0000").verdict()).isEqualTo(FixVerdict.NOT_YET_KNOWN);
    }

    @Test
    void theWaitAfterARestartLeadsToTheVerdict() {
        String restart = "000000" + "1".repeat(30);
        Double wait = compare("0".repeat(100), restart).quietSecondsNeeded();
        assertThat(wait).isNotNull();
        int slots = (int) Math.round(wait / 10);
        assertThat(compare("0".repeat(100), restart + "1".repeat(slots)).verdict())
                .isEqualTo(FixVerdict.VERIFIED);
        assertThat(compare("0".repeat(100), restart + "1".repeat(slots - 1)).verdict())
                .isEqualTo(FixVerdict.NOT_YET_KNOWN);
    }

    @Tag("simulation")
    @Test
    void unchangedLinksAreRarelyCalledFixed() {
        SplitMix random = new SplitMix(77);
        int verified = 0;
        for (int i = 0; i < 300; i++) {
            String whole = Simulated.gilbert(1_720, 0.05, 2, random);
            FixFigures figures = compare(whole.substring(0, 720), whole.substring(720));
            verified += figures.verdict() == FixVerdict.VERIFIED ? 1 : 0;
        }
        assertThat(verified).isLessThanOrEqualTo(15);
    }
}
