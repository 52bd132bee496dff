package dev.linkscope.stats;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.withinPercentage;

import org.junit.jupiter.api.Test;

/**
 * Two levels of made-up answers against p-values worked out in full with Python: each row's
 * correlation of neighbours from centred logarithms, Smirnov's distance, Stephens's correction.
 */
class LatencyLevelTest {
    /** So many times over: each value, in microseconds, so many times in a row. */
    private static LatencyLevel level(int rounds, int... timesAndValues) {
        var level = new LatencyLevel(Traces.START);
        for (int round = 0; round < rounds; round++) {
            for (int i = 0; i < timesAndValues.length; i += 2) {
                for (int time = 0; time < timesAndValues[i]; time++) {
                    level.add(timesAndValues[i + 1]);
                }
            }
        }
        return level;
    }

    private static LatencyLevel fives() {
        return level(6, 5, 10_000, 5, 30_000);
    }

    private static LatencyLevel fivesLater() {
        return level(6, 5, 20_000, 5, 30_000);
    }

    private static LatencyLevel alternating() {
        return level(20, 1, 10_000, 1, 30_000);
    }

    private static LatencyLevel uneven() {
        return level(10, 3, 10_000, 1, 20_000, 2, 40_000);
    }

    private static void assertP(LatencyLevel one, LatencyLevel other, double p) {
        assertThat(one.pValue(other)).isCloseTo(p, withinPercentage(0.01));
        assertThat(other.pValue(one)).isCloseTo(p, withinPercentage(0.01));
    }

    @Test
    void answersThatDoNotHangTogetherCountInFull() {
        // Neighbours are opposites: no correlation is taken for less than none. n = 20.
        assertP(alternating(), level(20, 1, 20_000, 1, 40_000), 4.70658e-05);
    }

    @Test
    void answersThatHangTogetherCountForLess() {
        assertP(level(15, 2, 10_000, 2, 30_000), level(15, 2, 20_000, 2, 40_000), 7.81303e-07);
        assertP(fives(), fivesLater(), 0.0721511);
    }

    @Test
    void levelsOfDifferentLengthAreWorthTheirOwn() {
        assertP(uneven(), level(10, 1, 10_000, 4, 20_000, 2, 40_000), 0.00736445);
    }

    @Test
    void everyBlockHasItsOwnCorrelation() {
        LatencyLevel two = fives();
        two.addAll(alternating());
        assertP(two, fivesLater(), 1.9914e-07);

        LatencyLevel three = fives();
        LatencyLevel behind = alternating();
        behind.addAll(fives());
        three.addAll(behind);
        LatencyLevel others = fivesLater();
        others.addAll(uneven());
        assertP(three, others, 0.0135019);
        assertThat(three.count()).isEqualTo(160);
    }

    @Test
    void equalAnswersHaveNoCorrelation() {
        assertP(level(30, 1, 10_000), level(30, 1, 20_000), 1.79725e-14);
    }

    @Test
    void oneAnswerTellsNothing() {
        assertThat(fives().pValue(level(1, 1, 9_000))).isEqualTo(1);
        assertThat(level(1, 1, 10_000).pValue(level(1, 1, 20_000))).isEqualTo(1);
    }

    @Test
    void aLevelIsNoDifferentFromItself() {
        assertThat(uneven().pValue(uneven())).isEqualTo(1);
        assertThat(uneven().from()).isEqualTo(Traces.START);
    }

    @Test
    void anAnswerOfNoTimeIsOne() {
        assertThat(level(30, 1, 0).pValue(level(30, 1, 20_000))).isLessThan(1e-12);
    }
}
