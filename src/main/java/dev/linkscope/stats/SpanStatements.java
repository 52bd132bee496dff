package dev.linkscope.stats;

import dev.linkscope.domain.Statement;
import dev.linkscope.domain.history.SpanComparison.Result;
import dev.linkscope.domain.loss.PaneFigures;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** How two spans compare, in words: never a percentage of certainty. */
public final class SpanStatements {
    private SpanStatements() {}

    /**
     * The sentences, most important first.
     *
     * @param judged as {@link SpanTest} judged both traces
     * @param first figures of the earlier span
     * @param second figures of the later one
     */
    public static List<Statement> of(
            PaneSubject subject, SpanJudgement judged, PaneFigures first, PaneFigures second) {
        var said = new ArrayList<Statement>();
        said.add(verdict(subject.wireName(), judged, first, second));
        Double old = first.errorRate();
        Double now = second.errorRate();
        if (old == null || now == null) {
            return said;
        }
        if (judged.reason() == SpanJudgement.Reason.DROP_OUTS) {
            if (judged.result() == Result.FEWER && now > old) {
                said.add(Statement.of("compare.but.longer", now, old));
            } else if (judged.result() == Result.MORE && now < old) {
                said.add(Statement.of("compare.but.shorter", now, old));
            } else {
                said.add(Statement.of("compare.rates", now, old));
            }
        }
        if (judged.result() == Result.NO_DIFFERENCE_SHOWN) {
            said.add(Statement.of("compare.small"));
        } else if (judged.result() != Result.TOO_LITTLE) {
            said.add(Statement.of("compare.cause"));
        }
        return said;
    }

    private static Statement verdict(
            String pane, SpanJudgement judged, PaneFigures first, PaneFigures second) {
        return switch (judged.reason()) {
            case DROP_OUTS ->
                    Statement.of(
                            "compare." + word(judged.result()) + "." + pane,
                            judged.second(),
                            measured(judged.secondSeconds()),
                            judged.first(),
                            measured(judged.firstSeconds()));
            case ERROR_RATES ->
                    Statement.of(
                            "compare.rate." + word(judged.result()) + "." + pane,
                            rate(second),
                            rate(first));
            case CLEAN ->
                    Statement.of("compare.clean." + pane, first.attempts(), second.attempts());
            case FIRST_UNMEASURED ->
                    Statement.of("compare.little.first", first.attempts(), needed());
            case SECOND_UNMEASURED ->
                    Statement.of("compare.little.second", second.attempts(), needed());
            case TOO_FEW ->
                    Statement.of(
                            "compare.little.few." + pane,
                            judged.first(),
                            judged.second(),
                            SpanTest.dropOutsNeeded());
            case UNEVEN -> Statement.of("compare.little.uneven." + pane);
        };
    }

    private static String word(Result result) {
        return switch (result) {
            case FEWER -> "fewer";
            case MORE -> "more";
            case NO_DIFFERENCE_SHOWN, TOO_LITTLE -> "same";
        };
    }

    private static int needed() {
        return SpanTest.attemptsNeeded(Thresholds.DEFAULT);
    }

    private static Duration measured(double seconds) {
        return Duration.ofSeconds(Math.round(seconds));
    }

    private static double rate(PaneFigures figures) {
        Double rate = figures.errorRate();
        return rate == null ? 0 : rate;
    }
}
