package dev.linkscope.stats;

import dev.linkscope.domain.Statement;
import dev.linkscope.domain.loss.PaneFigures;
import dev.linkscope.domain.loss.Pattern;
import dev.linkscope.domain.loss.PatternKind;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** How failures lie in time, in words. Never says that chance is proven. */
final class PatternStatements {
    private static final double DAY_SECONDS = 86_400;
    private static final double HOUR_SECONDS = 3_600;

    private PatternStatements() {}

    /** The sentences; figures have an error. */
    static List<Statement> of(PaneFigures figures, Thresholds limits) {
        List<Statement> said = new ArrayList<>();
        Statement outages = OutageStatement.of(figures);
        Pattern pattern = figures.pattern();
        switch (pattern.kind()) {
            case NONE -> {}
            case TOO_FEW -> said.add(tooFew(figures, pattern));
            case CONTINUOUS -> said.add(Statement.of("pattern.continuous"));
            case PERIODIC -> said.add(periodic(pattern, limits));
            case WORSENING -> said.add(Statement.of("pattern.worsening", chance(pattern)));
            case IMPROVING -> said.add(Statement.of("pattern.improving", chance(pattern)));
            case SCATTERED -> said.add(Statement.of("pattern.scattered"));
            case BURSTS ->
                    said.add(
                            outages == null
                                    ? Statement.of("pattern.bursts", chance(pattern))
                                    : Statement.of(
                                            "pattern.bursts.outages", outages, chance(pattern)));
        }
        boolean saidOutages = pattern.kind() == PatternKind.BURSTS;
        if (outages != null && !saidOutages) {
            said.add(Statement.of("outages.sentence", outages));
        }
        return said;
    }

    private static Statement tooFew(PaneFigures figures, Pattern pattern) {
        String key =
                Boolean.TRUE.equals(pattern.adjacent())
                        ? "pattern.too_few.adjacent"
                        : "pattern.too_few";
        return Statement.of(key, figures.errors());
    }

    private static Statement periodic(Pattern pattern, Thresholds limits) {
        Double period = pattern.periodSeconds();
        double seconds = period == null ? 0 : period;
        if (seconds == DAY_SECONDS) {
            return Statement.of("pattern.periodic.daily", chance(pattern));
        }
        if (seconds == HOUR_SECONDS) {
            return Statement.of("pattern.periodic.hourly", chance(pattern));
        }
        Double cluster = pattern.pCluster();
        String key =
                cluster != null && cluster < limits.significance()
                        ? "pattern.periodic.bursts"
                        : "pattern.periodic";
        return Statement.of(key, Duration.ofMillis(Math.round(seconds * 1e3)), chance(pattern));
    }

    private static Statement chance(Pattern pattern) {
        return chance(pattern.pValue());
    }

    /** A p-value to three places. */
    static Statement chance(@Nullable Double p) {
        if (p == null) {
            return Statement.of("chance.unknown");
        }
        return p < 0.001 ? Statement.of("chance.small") : Statement.of("chance", p);
    }
}
