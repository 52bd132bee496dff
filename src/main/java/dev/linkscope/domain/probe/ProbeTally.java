package dev.linkscope.domain.probe;

import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What one probe has seen since its session began.
 *
 * @param target id of the probe within the subscription
 * @param kind what it checks
 * @param measured attempts that measured something
 * @param failed how many of them failed
 * @param retried how many that went well did so on another try only, where the first does as a
 *     rule: something was lost
 * @param failedInARow the newest ones that failed without an ok between; 0 if the newest was ok
 * @param classes how often each failure or reason for not measuring was seen, as {@code
 *     phase.class}, for reasons {@code class} alone
 * @param last the newest attempt that measured something; null before the first
 * @param lastAt when that attempt started, UTC; null before the first
 * @param beside how it went while the panes failed and while they did not
 */
public record ProbeTally(
        String target,
        ProbeKind kind,
        int measured,
        int failed,
        int retried,
        int failedInARow,
        Map<String, Integer> classes,
        @Nullable Outcome last,
        @Nullable Instant lastAt,
        Beside beside) {
    public ProbeTally {
        classes = Map.copyOf(classes);
    }

    /** Class of the newest attempt if that failed; null otherwise. */
    public @Nullable String failing() {
        return last == null ? null : last.errorClass();
    }

    /** How often a failure was seen, as {@code phase.class}. */
    public int count(String failure) {
        return classes.getOrDefault(failure, 0);
    }

    /** Share of failures among what was measured; NaN if nothing was. */
    public double failedShare() {
        return measured == 0 ? Double.NaN : (double) failed / measured;
    }

    /** The same, seen beside the panes. */
    public ProbeTally with(Beside panes) {
        return new ProbeTally(
                target,
                kind,
                measured,
                failed,
                retried,
                failedInARow,
                classes,
                last,
                lastAt,
                panes);
    }
}
