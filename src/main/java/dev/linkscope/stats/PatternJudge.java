package dev.linkscope.stats;

import dev.linkscope.domain.loss.Pattern;
import dev.linkscope.domain.loss.PatternKind;
import dev.linkscope.stats.math.Normal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Names how failures lie in time. Each test alone errs in at most 1 % of patternless traces. */
final class PatternJudge {
    /** A group of failures is compact if all such groups cover at most this share of the slots. */
    private static final double COMPACT = 0.10;

    private final List<SlotRow> rows;
    private final Thresholds limits;
    private final int attempts;
    private final int errors;

    private PatternJudge(List<SlotRow> rows, Thresholds limits) {
        this.rows = rows;
        this.limits = limits;
        this.attempts = rows.stream().mapToInt(SlotRow::measured).sum();
        this.errors = rows.stream().mapToInt(SlotRow::failed).sum();
    }

    static Pattern judge(List<SlotRow> rows, Thresholds limits) {
        return new PatternJudge(rows, limits).judge();
    }

    private Pattern judge() {
        if (errors == 0) {
            return untested(PatternKind.NONE, null);
        }
        if (errors >= limits.continuous() * attempts) {
            return untested(PatternKind.CONTINUOUS, null);
        }
        if (errors <= limits.fewErrors()) {
            return untested(PatternKind.TOO_FEW, anyAdjacent());
        }
        long seed = SlotRow.hash(rows);
        Double cluster = ClusterTest.pValue(rows, seed, limits.permutations());
        Periodicity periodicity = Periodicity.test(rows, seed, limits);
        Double trend = Trend.laplace(rows);
        PatternKind kind = kind(cluster, periodicity.pValue(), trend);
        return new Pattern(
                kind,
                pValue(kind, cluster, periodicity.pValue(), trend),
                cluster,
                periodicity.pValue(),
                kind == PatternKind.PERIODIC ? periodicity.periodSeconds() : null,
                trend,
                null);
    }

    private static Pattern untested(PatternKind kind, @Nullable Boolean adjacent) {
        return new Pattern(kind, null, null, null, null, null, adjacent);
    }

    private PatternKind kind(
            @Nullable Double cluster, @Nullable Double periodic, @Nullable Double trend) {
        if (below(periodic)) {
            return PatternKind.PERIODIC;
        }
        if (below(cluster) && clusteringMatters()) {
            return PatternKind.BURSTS;
        }
        if (trend != null && Math.abs(trend) >= Normal.Z_99) {
            return trend > 0 ? PatternKind.WORSENING : PatternKind.IMPROVING;
        }
        return PatternKind.SCATTERED;
    }

    private boolean below(@Nullable Double pValue) {
        return pValue != null && pValue < limits.significance();
    }

    private static @Nullable Double pValue(
            PatternKind kind,
            @Nullable Double cluster,
            @Nullable Double periodic,
            @Nullable Double trend) {
        return switch (kind) {
            case PERIODIC -> periodic;
            case WORSENING, IMPROVING -> trend == null ? null : Normal.twoSided(trend);
            case NONE, TOO_FEW, CONTINUOUS, BURSTS, SCATTERED -> cluster;
        };
    }

    /** A tiny effect is significant in a long trace; it must also be worth a user's attention. */
    private boolean clusteringMatters() {
        int episodes = Stretch.merge(rows, 1).size();
        double burstRatio = (double) errors / episodes * (1 - (double) errors / attempts);
        if (burstRatio >= limits.burstRatio()) {
            return true;
        }
        int inGroups = 0;
        int covered = 0;
        for (Stretch group : Stretch.merge(rows, limits.gmin())) {
            if (group.errors() >= 2) {
                inGroups += group.errors();
                covered += group.measured();
            }
        }
        return 2 * inGroups >= errors && covered <= COMPACT * attempts;
    }

    private boolean anyAdjacent() {
        return Stretch.merge(rows, 1).size() < errors;
    }
}
