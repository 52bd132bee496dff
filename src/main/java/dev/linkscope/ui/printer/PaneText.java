package dev.linkscope.ui.printer;

import dev.linkscope.domain.loss.Activity;
import dev.linkscope.domain.loss.Interval;
import dev.linkscope.domain.loss.PaneFigures;
import dev.linkscope.domain.loss.PaneState;
import dev.linkscope.domain.loss.Quantiles;
import dev.linkscope.engine.PaneSnapshot;
import dev.linkscope.ui.common.Condition;
import dev.linkscope.ui.common.Wording;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Everything that a pane says in words.
 *
 * @param condition its state
 * @param rate error rate
 * @param likely interval of the error rate; empty without
 * @param attempts errors of attempts, or how many attempts are still needed
 * @param first when the first error was
 * @param firstAgo how long ago; empty without
 * @param last when the most recent error was
 * @param lastAgo how long ago; empty without
 * @param active says that it is still going on; empty if not
 * @param pattern how errors lie in time
 * @param patternDetail explains the pattern
 * @param answer median answer time; empty if none is known
 * @param answerRange where nine in ten answer times lie; empty if none is known
 * @param failedWhile failures by phase; empty without
 * @param spoken the pane as one sentence, for those who do not see it
 */
record PaneText(
        Condition condition,
        String rate,
        String likely,
        String attempts,
        String first,
        String firstAgo,
        String last,
        String lastAgo,
        String active,
        String pattern,
        String patternDetail,
        String answer,
        String answerRange,
        String failedWhile,
        String spoken) {
    /** Below this nothing is said of a pane: the plugin's own alarm waits for as many. */
    static final int NEEDED_ATTEMPTS = 8;

    /** The words of a pane. */
    static PaneText of(String title, PaneSnapshot pane, Instant now, Wording wording) {
        PaneFigures f = pane.figures();
        Condition condition = Condition.of(f.state());
        String state = wording.text(condition.key());
        String pattern = PatternText.name(f, wording);
        boolean few = f.state() == PaneState.NO_DATA;
        // A rate over a handful of attempts would be read as a judgement.
        String rate = few ? Wording.NONE : wording.percent(f.errorRate());
        return new PaneText(
                condition,
                rate,
                likely(f, wording),
                few
                        ? AnswerTime.added(attempts(f, wording), pane, now, wording)
                        : attempts(f, wording),
                time(f.firstError(), now, wording),
                ago(f.firstError(), now, wording),
                time(f.lastError(), now, wording),
                ago(f.lastError(), now, wording),
                f.activity() == Activity.ACTIVE ? wording.text("pane.active") : "",
                pattern,
                few
                        ? PatternText.detail(f, wording)
                        : AnswerTime.added(PatternText.detail(f, wording), pane, now, wording),
                millis(f.latencyMs(), wording),
                range(f.latencyMs(), wording),
                PhaseText.of(f.failuresByPhase(), wording),
                wording.text("pane.spoken", title, state, rate, f.errors(), f.attempts(), pattern));
    }

    private static String likely(PaneFigures figures, Wording wording) {
        Interval interval = figures.errorRateCi95();
        return interval == null || figures.state() == PaneState.NO_DATA
                ? wording.text("pane.rate")
                : wording.text("pane.rate.likely", interval.low() * 100, interval.high() * 100);
    }

    private static String attempts(PaneFigures figures, Wording wording) {
        return figures.state() == PaneState.NO_DATA
                ? wording.text("pane.attempts.needed", figures.attempts(), NEEDED_ATTEMPTS)
                : wording.text("pane.attempts", figures.errors(), figures.attempts());
    }

    private static String time(@Nullable Instant time, Instant now, Wording wording) {
        return time == null ? wording.text("pane.no_error") : wording.when(time, now);
    }

    private static String ago(@Nullable Instant time, Instant now, Wording wording) {
        return time == null ? "" : wording.ago(time, now);
    }

    private static String millis(@Nullable Quantiles latency, Wording wording) {
        return latency == null ? "" : wording.text("figure.millis", latency.p50());
    }

    private static String range(@Nullable Quantiles latency, Wording wording) {
        return latency == null
                ? ""
                : wording.text("pane.answer.range", latency.p5(), latency.p95());
    }
}
