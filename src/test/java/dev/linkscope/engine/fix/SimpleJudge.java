package dev.linkscope.engine.fix;

import dev.linkscope.domain.Statement;
import dev.linkscope.domain.coverage.Slot;
import dev.linkscope.domain.coverage.Trace;
import dev.linkscope.domain.fix.Trial;
import dev.linkscope.domain.fix.TrialState;
import dev.linkscope.domain.loss.FixFigures;
import dev.linkscope.domain.loss.FixReason;
import dev.linkscope.stats.FixVerification;
import dev.linkscope.stats.Thresholds;
import java.time.Duration;
import java.time.Instant;

/** Decides what is watched by the figures alone, and nothing that comes later. */
final class SimpleJudge implements Judge {
    @Override
    public Verdict judge(Trial trial, Trace before, Trace after, Instant now) {
        FixFigures figures = FixVerification.compare(before, after, Thresholds.DEFAULT);
        TrialState state =
                trial.state() != TrialState.WATCHING
                        ? trial.state()
                        : switch (figures.verdict()) {
                            case VERIFIED -> TrialState.BETTER;
                            case NOT_FIXED -> TrialState.NOT_FIXED;
                            case NOT_YET_KNOWN -> TrialState.WATCHING;
                        };
        Trial next =
                new Trial(
                        trial.step(),
                        trial.baseline(),
                        trial.changedAt(),
                        trial.away(),
                        trial.undoneAt(),
                        state,
                        state == trial.state() ? trial.decidedAt() : now);
        return new Verdict(view(state, figures, before, after), next);
    }

    private static TrialView view(
            TrialState state, FixFigures figures, Trace before, Trace after) {
        return new TrialView(
                state,
                figures,
                null,
                measured(before),
                figures.unitsBefore(),
                null,
                measured(after),
                figures.unitsAfter(),
                figures.expectedAfter(),
                null,
                0,
                Statement.of("fake.sentence"));
    }

    private static Duration measured(Trace trace) {
        return MadeUpHistory.CADENCE.multipliedBy(trace.slots().filter(Slot::measured).count());
    }

    @Override
    public Forecast forecast(Trace before) {
        FixReason reason =
                FixVerification.compare(before, Trace.EMPTY, Thresholds.DEFAULT).reason();
        boolean ready =
                reason != FixReason.BASELINE_TOO_SHORT && reason != FixReason.NO_FAILURE_BEFORE;
        return new Forecast(Statement.of("fake.forecast", reason.name()), ready);
    }
}
