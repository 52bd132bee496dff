package dev.linkscope.ui.farm;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;

class FarmColumnTest {
    /** A window of 1280 pixels, less its margins and the scroll bar. */
    private static final double ROOM = 1_220;

    private static double least(List<FarmColumn> columns) {
        return columns.stream().mapToDouble(FarmColumn::least).sum();
    }

    @Test
    void theUsualColumnsFitAnUsualWindow() {
        assertThat(FarmColumn.fitting(FarmColumn.usual(), ROOM)).isEqualTo(FarmColumn.usual());
    }

    @Test
    void withTextOfTwiceTheSizeTheCauseStaysInSight() {
        List<FarmColumn> fitting = FarmColumn.fitting(FarmColumn.usual(), ROOM / 2);
        assertThat(least(fitting)).isLessThanOrEqualTo(ROOM / 2);
        assertThat(fitting)
                .containsSubsequence(
                        FarmColumn.STATE,
                        FarmColumn.PRINTER,
                        FarmColumn.SERVER,
                        FarmColumn.LAST_ERROR,
                        FarmColumn.CAUSE);
    }

    @Test
    void inAnotherOrderTheyFitToo() {
        var other = new ArrayList<>(FarmColumn.usual());
        Collections.reverse(other);
        List<FarmColumn> fitting = FarmColumn.fitting(other, ROOM / 2);
        assertThat(least(fitting)).isLessThanOrEqualTo(ROOM / 2);
        assertThat(fitting).isSubsetOf(other).startsWith(FarmColumn.CAUSE);
    }

    @Test
    void whatTheUserChoseIsNotTakenAway() {
        var more = new ArrayList<>(FarmColumn.usual());
        more.add(FarmColumn.ADDRESS);
        assertThat(FarmColumn.fitting(more, 300)).isEqualTo(more);
        assertThat(FarmColumn.fitting(List.of(FarmColumn.PRINTER), 10))
                .containsExactly(FarmColumn.PRINTER);
    }
}
