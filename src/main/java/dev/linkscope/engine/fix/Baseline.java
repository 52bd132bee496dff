package dev.linkscope.engine.fix;

import dev.linkscope.domain.fix.FixCase;
import dev.linkscope.domain.fix.Span;
import dev.linkscope.domain.fix.Trial;
import dev.linkscope.domain.fix.TrialState;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;

/** What a change is compared with. */
final class Baseline {
    /**
     * A day has every hour once, so that a fault of the evening is in it. What lies further back
     * may have been another network.
     */
    static final Duration LONGEST = Duration.ofHours(24);

    /** While these were in place it was another link than before and after. */
    private static final Set<TrialState> HAD_HELPED =
            Set.of(TrialState.UNDONE, TrialState.CONFIRMED, TrialState.STAYED_AWAY);

    private Baseline() {}

    /**
     * The day before a change, but nothing before the change that came before it: that made another
     * link. One that did not help and was undone is passed over, as it is as if it never was.
     *
     * @param cases of the same printer
     * @param end when the change begins
     */
    static Span before(List<FixCase> cases, Instant end) {
        Instant from = end.minus(LONGEST);
        for (FixCase one : cases) {
            for (Trial trial : one.trials()) {
                Instant since = since(trial);
                if (since.isAfter(from) && !since.isAfter(end)) {
                    from = since;
                }
            }
        }
        return new Span(from, end);
    }

    private static Instant since(Trial trial) {
        Instant undone = trial.undoneAt();
        if (undone == null) {
            return trial.changedAt();
        }
        return HAD_HELPED.contains(trial.state()) ? undone : Instant.MIN;
    }
}
