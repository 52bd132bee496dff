package dev.linkscope.stats.math;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class FisherExactTest {
    /** Fisher, The Design of Experiments (1935): of eight cups three of four are named rightly. */
    @Test
    void theLadyTastingTea() {
        assertThat(FisherExact.upperTail(3, 4, 1, 4)).isCloseTo(17 / 70.0, within(1e-12));
        assertThat(FisherExact.upperTail(3, 4, 1, 4)).isCloseTo(0.2429, within(5e-5));
        assertThat(FisherExact.upperTail(4, 4, 0, 4)).isCloseTo(1 / 70.0, within(1e-12));
    }

    /**
     * Fisher, The Logic of Inductive Inference (J. R. Statist. Soc. 98, 1935): twins of convicts,
     * 10 of 13 monozygotic and 2 of 17 dizygotic ones were convicted too. P = 619/1330665.
     */
    @Test
    void twinsOfConvicts() {
        assertThat(FisherExact.upperTail(10, 13, 2, 17))
                .isCloseTo(619 / 1_330_665.0, within(1e-12));
    }

    @Property(tries = 200)
    void tailsAreChancesThatFallWithTheCount(
            @ForAll @IntRange(min = 1, max = 60) int group,
            @ForAll @IntRange(min = 1, max = 60) int others,
            @ForAll @IntRange(max = 120) int some) {
        int having = some % (group + others + 1);
        int least = Math.max(0, having - others);
        int most = Math.min(having, group);
        double before = 1 + 1e-9;
        for (int with = least; with <= most; with++) {
            double tail = FisherExact.upperTail(with, group, having - with, others);
            assertThat(tail).isPositive().isLessThanOrEqualTo(before);
            before = tail;
        }
        assertThat(FisherExact.upperTail(least, group, having - least, others))
                .isCloseTo(1, within(1e-9));
    }

    /** Who has it among the sick, or who is sick among those that have it: one question. */
    @Property(tries = 200)
    void rowsAndColumnsMayChangePlaces(
            @ForAll @IntRange(max = 30) int a,
            @ForAll @IntRange(max = 30) int b,
            @ForAll @IntRange(max = 30) int c,
            @ForAll @IntRange(max = 30) int d) {
        assertThat(FisherExact.upperTail(a, a + b, c, c + d))
                .isCloseTo(FisherExact.upperTail(a, a + c, b, b + d), within(1e-9));
    }

    @Test
    void refusesWhatCannotBe() {
        assertThatIllegalArgumentException().isThrownBy(() -> FisherExact.upperTail(5, 4, 1, 4));
    }

    @Test
    void moreThanThereAreIsRefused() {
        for (int[] table : new int[][] {{-1, 3, 1, 3}, {4, 3, 1, 3}, {1, 3, -1, 3}, {1, 3, 4, 3}}) {
            assertThatThrownBy(() -> FisherExact.upperTail(table[0], table[1], table[2], table[3]))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageContaining("than there are");
        }
    }
}
