package dev.linkscope.stats;

import dev.linkscope.domain.Statement;
import dev.linkscope.domain.coverage.Trace;
import dev.linkscope.domain.loss.Interval;
import dev.linkscope.domain.loss.PaneFigures;
import dev.linkscope.domain.loss.PaneState;
import dev.linkscope.domain.probe.Phase;
import java.util.ArrayList;
import java.util.List;

/** What a pane's figures say, in sentences with numbers; the most important first. */
public final class PaneStatements {
    /** Gap between errors per attempt and time down, above which both are said. */
    private static final double RATES_DIFFER = 0.01;

    /** Outages from which their rate is said. */
    private static final int OUTAGES_FOR_A_RATE = 5;

    private final PaneSubject subject;
    private final PaneFigures figures;
    private final Trace trace;
    private final Thresholds limits;
    private final List<Statement> said = new ArrayList<>();

    private PaneStatements(
            PaneSubject subject, PaneFigures figures, Trace trace, Thresholds limits) {
        this.subject = subject;
        this.figures = figures;
        this.trace = trace;
        this.limits = limits;
    }

    /**
     * The sentences.
     *
     * @param figures as {@link PaneJudge} computed them from {@code trace} with {@code limits}
     */
    public static List<Statement> of(
            PaneSubject subject, PaneFigures figures, Trace trace, Thresholds limits) {
        return new PaneStatements(subject, figures, trace, limits).all();
    }

    private List<Statement> all() {
        BlindStatement.of(trace, limits).ifPresent(said::add);
        said.add(verdict());
        if (figures.state() == PaneState.NO_DATA || figures.errors() == 0) {
            return List.copyOf(said);
        }
        addTimeDown();
        if (figures.state() != PaneState.NO_CONNECTION) {
            said.addAll(PatternStatements.of(figures, limits));
            addOutageRate();
            said.add(ActivityStatement.of(figures, trace));
        }
        addPhase();
        return List.copyOf(said);
    }

    private Statement verdict() {
        int attempts = figures.attempts();
        if (figures.state() == PaneState.NO_DATA) {
            return Statement.of("pane.no_data", attempts, limits.minAttempts());
        }
        if (figures.state() == PaneState.NO_CONNECTION) {
            return Statement.of(key("pane.no_connection"), attempts);
        }
        if (figures.errors() == 0) {
            return figures.state() == PaneState.CLEAN_SO_FAR
                    ? Statement.of(key("pane.clean_so_far"), attempts, limits.cleanAttempts())
                    : Statement.of(key("pane.clean"), attempts);
        }
        Interval likely = figures.errorRateCi95();
        Double rate = figures.errorRate();
        if (likely == null || rate == null) {
            throw new IllegalArgumentException("figures with errors lack their error rate");
        }
        return Statement.of(
                key("pane.rate"), figures.errors(), attempts, rate, likely.low(), likely.high());
    }

    private void addTimeDown() {
        Double down = figures.timeDown();
        Double rate = figures.errorRate();
        if (down != null && rate != null && Math.abs(down - rate) > RATES_DIFFER) {
            said.add(Statement.of("pane.time_down", down));
        }
    }

    private void addOutageRate() {
        int outages = figures.outages().size();
        if (outages >= OUTAGES_FOR_A_RATE) {
            double measured = PaneJudge.plain(trace, limits).measuredSeconds();
            OutageRate rate = OutageRate.of(outages, measured);
            said.add(Statement.of("outages.rate", rate.perHour(), rate.low(), rate.high()));
        }
    }

    private void addPhase() {
        Phase phase = Phase.mostFrequent(figures.failuresByPhase());
        if (phase == null) {
            return;
        }
        int count = figures.failuresByPhase().getOrDefault(phase, 0);
        Statement doing = Statement.of(key("phase." + phase.wireName()));
        if (count == figures.errors()) {
            said.add(Statement.of("phase.all", count, doing));
        } else if (2 * count > figures.errors()) {
            said.add(Statement.of("phase.most", count, figures.errors(), doing));
        }
    }

    private String key(String stem) {
        return stem + "." + subject.wireName();
    }
}
