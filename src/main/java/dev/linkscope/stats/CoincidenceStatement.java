package dev.linkscope.stats;

import dev.linkscope.domain.Statement;
import dev.linkscope.domain.diagnosis.Coincidence;
import java.util.Objects;

/** A coincidence in words: with the outages behind it, and never as a proof. */
public final class CoincidenceStatement {
    private CoincidenceStatement() {}

    /** One sentence. */
    public static Statement of(Coincidence one) {
        double odds = Objects.requireNonNullElse(one.oddsRatio(), 1.0);
        return Statement.of(
                "coincidence." + one.factor(),
                one.outagesWith(),
                one.outages(),
                Statement.of("coincidence.outages." + one.pane()),
                rounded(100 * one.shareOfTime()) / 100,
                rounded(odds));
    }

    /** Two digits that count are as exact as so few outages can be. */
    private static double rounded(double value) {
        return value < 10 ? Math.rint(10 * value) / 10 : Math.rint(value);
    }
}
