package dev.linkscope.stats;

import static org.assertj.core.api.Assertions.assertThat;

import dev.linkscope.domain.loss.Activity;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ActivityRuleTest {
    private static Activity judge(String row) {
        return ActivityRule.judge(
                PaneJudge.plain(Traces.of(row), Thresholds.DEFAULT), Traces.rows(row));
    }

    @Test
    void whatFailedLastIsActive() {
        assertThat(judge("11110")).isEqualTo(Activity.ACTIVE);
        assertThat(judge("11110...")).isEqualTo(Activity.ACTIVE);
    }

    @Test
    void fewDropOutsTellNothing() {
        assertThat(judge("1".repeat(100))).isEqualTo(Activity.UNKNOWN);
        assertThat(judge(("1".repeat(40) + "0").repeat(4) + "1")).isEqualTo(Activity.UNKNOWN);
    }

    /**
     * Ten drop-outs, one every 100 slots, then a silence: exp(−10 t / (1,000 + t)) against 0.05.
     */
    @ParameterizedTest
    @CsvSource({"20, ACTIVE", "427, ACTIVE", "428, OVER", "2000, OVER"})
    void aSilenceLongerThanTheRateMakesLikelyIsTheEnd(int silence, Activity activity) {
        String drops = ("1".repeat(99) + "0").repeat(10);
        assertThat(judge(drops + "1".repeat(silence))).isEqualTo(activity);
    }

    @Test
    void aBlindSpotIsNoSilence() {
        String drops = ("1".repeat(99) + "0").repeat(10);
        assertThat(judge(drops + "1" + ".".repeat(2_000))).isEqualTo(Activity.ACTIVE);
    }
}
