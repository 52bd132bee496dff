package dev.linkscope.engine.fix;

import dev.linkscope.domain.coverage.Trace;
import dev.linkscope.domain.fix.Trial;
import dev.linkscope.domain.fix.TrialState;
import dev.linkscope.domain.loss.FixFigures;
import dev.linkscope.domain.loss.FixVerdict;
import dev.linkscope.stats.Cut;
import dev.linkscope.stats.FixBaseline;
import dev.linkscope.stats.FixDecision;
import dev.linkscope.stats.FixRecheck;
import dev.linkscope.stats.FixVerification;
import dev.linkscope.stats.LivePane;
import dev.linkscope.stats.PaneJudge;
import dev.linkscope.stats.Thresholds;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Whether a change helped. The same slots give the same verdicts, however often and however late
 * somebody looks: everything is followed slot by slot, and decided when the slots decide. What was
 * decided stays; only a day's re-check turns <em>better</em> into <em>held</em> or takes it back.
 */
public final class TrialJudge {
    /** Most that a bar shows before anything is decided. */
    private static final double ALMOST = 0.99;

    private final FixBaseline before;
    private final Trace after;
    private final Instant now;
    private final Thresholds limits;

    private TrialJudge(Trial trial, Trace before, Trace after, Instant now, Thresholds limits) {
        this.before = FixBaseline.of(Cut.within(before, trial.baseline()), limits);
        this.after = Cut.without(Cut.from(after, trial.changedAt()), trial.away());
        this.now = now;
        this.limits = limits;
    }

    /**
     * Judges a change.
     *
     * @param before slots of its baseline; others are left out
     * @param after slots since it, without holes: what was not measured says so. What was due
     *     before it or without power does not count
     * @param now when that is; used to say how long something still takes, never to decide
     * @return its figures. Once it is undone, those <em>after</em> are the ones since then
     */
    public static TrialJudgement judge(
            Trial trial, Trace before, Trace after, Instant now, Thresholds limits) {
        return new TrialJudge(trial, before, after, now, limits).judge(trial);
    }

    private TrialJudgement judge(Trial trial) {
        Instant decided = trial.decidedAt() == null ? now : trial.decidedAt();
        Instant undone = trial.undoneAt() == null ? now : trial.undoneAt();
        return switch (trial.state()) {
            case AWAY -> told(trial, compare(Trace.EMPTY), Trace.EMPTY, null);
            case WATCHING -> watching(trial, after, TrialState.BETTER, TrialState.NOT_FIXED);
            case BETTER -> better(trial, decided);
            case UNDONE ->
                    watching(
                            trial,
                            Cut.from(after, undone),
                            TrialState.STAYED_AWAY,
                            TrialState.CONFIRMED);
            case HELD, TAKEN_BACK -> rechecked(trial, Cut.until(after, decided));
            case NOT_FIXED, GIVEN_UP -> closed(trial, Cut.until(after, decided));
            case CONFIRMED, STAYED_AWAY ->
                    closed(trial, Cut.until(Cut.from(after, undone), decided));
        };
    }

    private TrialJudgement watching(
            Trial trial, Trace since, TrialState ifQuiet, TrialState ifFailing) {
        FixDecision decision = compare(since);
        if (decision.at() == null) {
            return told(trial, decision, since, null);
        }
        boolean quiet = decision.figures().verdict() == FixVerdict.VERIFIED;
        return judge(moved(trial, quiet ? ifQuiet : ifFailing, decision.at()));
    }

    private TrialJudgement better(Trial trial, Instant decided) {
        FixRecheck recheck = recheck(decided, after);
        if (recheck.at() == null) {
            return told(trial, compare(after), after, recheck);
        }
        boolean held = recheck.outcome() == FixRecheck.Outcome.HELD;
        return judge(moved(trial, held ? TrialState.HELD : TrialState.TAKEN_BACK, recheck.at()));
    }

    /** The first comparison is found again, and with it when the re-check began. */
    private TrialJudgement rechecked(Trial trial, Trace since) {
        FixDecision first = compare(since);
        Instant began = first.at() == null ? trial.changedAt() : first.at();
        return told(trial, first, since, recheck(began, since));
    }

    private TrialJudgement closed(Trial trial, Trace since) {
        return told(trial, compare(since), since, null);
    }

    private FixDecision compare(Trace since) {
        return FixVerification.decide(before, since, limits);
    }

    private FixRecheck recheck(Instant from, Trace since) {
        return FixRecheck.of(before, Cut.from(since, from), from, limits);
    }

    private static Trial moved(Trial trial, TrialState state, Instant at) {
        return new Trial(
                trial.step(),
                trial.baseline(),
                trial.changedAt(),
                trial.away(),
                trial.undoneAt(),
                state,
                at);
    }

    private TrialJudgement told(
            Trial trial, FixDecision decision, Trace since, @Nullable FixRecheck recheck) {
        LivePane baseline = before.plain();
        LivePane seen = PaneJudge.plain(since, limits);
        FixFigures sofar =
                decision.at() == null
                        ? decision.figures()
                        : FixVerification.compare(decision.before(), before.counted(since), limits);
        boolean open = trial.state() == TrialState.WATCHING || trial.state() == TrialState.UNDONE;
        Double quiet = open ? decision.figures().quietSecondsNeeded() : null;
        TrialView view =
                new TrialView(
                        trial.state(),
                        decision.figures(),
                        baseline.errorRate(),
                        duration(baseline.measuredSeconds()),
                        decision.figures().unitsBefore(),
                        seen.errorRate(),
                        duration(seen.measuredSeconds()),
                        sofar.unitsAfter(),
                        sofar.expectedAfter(),
                        quiet == null ? null : duration(Math.max(1, quiet)),
                        progress(trial.state(), decision, quiet),
                        TrialSentences.of(trial, decision, recheck, now));
        return new TrialJudgement(view, trial);
    }

    /** Quiet time since the last failure, of that and what is still needed. */
    private double progress(TrialState state, FixDecision decision, @Nullable Double needed) {
        if (needed == null) {
            boolean nothing =
                    state == TrialState.AWAY
                            || state == TrialState.WATCHING
                            || state == TrialState.UNDONE;
            return nothing ? 0 : 1;
        }
        double passed = PaneJudge.plain(decision.after(), limits).secondsSinceError();
        return Math.min(ALMOST, passed / (passed + Math.max(0, needed)));
    }

    private static Duration duration(double seconds) {
        return Duration.ofMillis(Math.round(seconds * 1e3));
    }
}
