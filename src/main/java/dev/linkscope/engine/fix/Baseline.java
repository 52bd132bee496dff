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
    /** While these were in place it was another link than before and after. */
    private static final Set<TrialState> HAD_HELPED =
            Set.of(TrialState.UNDONE, TrialState.CONFIRMED, TrialState.STAYED_AWAY);

    private Baseline() {}

    /**
     * So long before a change, but nothing before the change that came before it: that made another
     * link. One that did not help and was undone is passed over, as it is as if it never was.
     *
     * @param cases of the same printer
     * @param end when the change begins
     * @param reach how far it reaches back at most
     */
    static Span before(List<FixCase> cases, Instant end, Duration reach) {
        Instant from = end.minus(reach);
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
