package dev.linkscope.stats;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.linkscope.domain.loss.PaneFigures;
import dev.linkscope.domain.loss.Rfc3611;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * RFC 3611's example with one slot not measured, at each place, against a second and slower reading
 * of the definitions.
 */
class BlindSpotTest {
    private static final int GMIN = 16;

    static IntStream places() {
        return IntStream.range(0, PublishedValuesTest.RFC_3611.length());
    }

    private static String withBlindSpotAt(int place) {
        String whole = PublishedValuesTest.RFC_3611.replace('X', '0');
        return whole.substring(0, place) + '.' + whole.substring(place + 1);
    }

    @ParameterizedTest
    @MethodSource("places")
    void everyFigureFollowsItsDefinition(int place) {
        String row = withBlindSpotAt(place);
        PaneFigures figures = PaneJudge.judge(Traces.of(row), Thresholds.DEFAULT);
        int failed = (int) row.chars().filter(slot -> slot == '0').count();
        assertThat(figures.attempts()).isEqualTo(63);
        assertThat(figures.errors()).isEqualTo(failed);
        assertThat(figures.episodes()).hasSize(failed);
        assertThat(figures.runs().errorRuns()).isEqualTo(failed);
        assertPairs(row);
        assertBursts(row, figures.rfc3611());
    }

    private static void assertPairs(String row) {
        int[] counts = new int[4];
        for (int i = 1; i < row.length(); i++) {
            String pair = row.substring(i - 1, i + 1);
            if (!pair.contains(".")) {
                counts[2 * (pair.charAt(0) == '0' ? 1 : 0) + (pair.charAt(1) == '0' ? 1 : 0)]++;
            }
        }
        assertThat(PaneJudge.plain(Traces.of(row), Thresholds.DEFAULT).pairs())
                .isEqualTo(new PairCounts(counts[0], counts[1], counts[2], counts[3]));
    }

    /** Every pair of failures bounds a burst if no Gmin slots in a row between them are quiet. */
    private static void assertBursts(String row, Rfc3611 figures) {
        boolean[] inBurst = new boolean[row.length()];
        List<Integer> failures = new ArrayList<>();
        for (int i = 0; i < row.length(); i++) {
            if (row.charAt(i) == '0') {
                failures.add(i);
            }
        }
        for (int i = 1; i < failures.size(); i++) {
            if (failures.get(i) - failures.get(i - 1) - 1 < GMIN) {
                for (int slot = failures.get(i - 1); slot <= failures.get(i); slot++) {
                    inBurst[slot] = true;
                }
            }
        }
        int burstSlots = 0;
        int burstErrors = 0;
        int gapErrors = 0;
        for (int i = 0; i < row.length(); i++) {
            boolean error = row.charAt(i) == '0';
            burstSlots += inBurst[i] && row.charAt(i) != '.' ? 1 : 0;
            burstErrors += inBurst[i] && error ? 1 : 0;
            gapErrors += !inBurst[i] && error ? 1 : 0;
        }
        assertThat(figures.burstDensity()).isEqualTo((double) burstErrors / burstSlots);
        assertThat(figures.gapDensity()).isEqualTo((double) gapErrors / (63 - burstSlots));
        assertThat(figures.burstSeconds()).isCloseTo(10.0 * burstSlots, within(1e-9));
        assertThat(figures.gapSeconds()).isCloseTo(10.0 * (63 - burstSlots), within(1e-9));
    }
}
