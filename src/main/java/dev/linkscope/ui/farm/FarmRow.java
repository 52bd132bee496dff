package dev.linkscope.ui.farm;

import dev.linkscope.domain.printer.PrinterId;
import dev.linkscope.engine.port.Alerts.Attention;
import dev.linkscope.ui.common.Condition;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One printer as the page of the farm shows it. Made away from the window's thread.
 *
 * @param id the printer
 * @param name what the user calls it
 * @param simulated whether it is made up
 * @param condition the worse of its panes, or what stands between it and us
 * @param measuring whether its agent sends now
 * @param attention what the user said of it
 * @param silent whether nobody is told of it now
 * @param cells by column; absent where nothing is said
 * @param trend error rate over the last two hours at equal distances; NaN where nobody measured
 * @param worst error rate of the worse pane; 0 where there is none
 * @param cause id of the rule whose finding is its likely cause; null without one
 * @param spoken the row as one sentence
 * @param searched everything that the search field looks at, in small letters
 */
record FarmRow(
        PrinterId id,
        String name,
        boolean simulated,
        Condition condition,
        boolean measuring,
        Attention attention,
        boolean silent,
        Map<FarmColumn, FarmCell> cells,
        List<Double> trend,
        double worst,
        @Nullable String cause,
        String spoken,
        String searched) {
    FarmRow {
        cells = Map.copyOf(cells);
        trend = List.copyOf(trend);
    }

    FarmCell cell(FarmColumn column) {
        return cells.getOrDefault(column, FarmCell.EMPTY);
    }

    /** Whether every word of the query is somewhere in the row. */
    boolean matches(String query) {
        for (String word : query.toLowerCase(Locale.ROOT).strip().split("\\s+", -1)) {
            if (!searched.contains(word)) {
                return false;
            }
        }
        return true;
    }
}
