package dev.linkscope.domain.diagnosis;

import dev.linkscope.domain.probe.JointCounts;
import java.time.Instant;

/**
 * Failed slots of the server pane, one after the other, that broke at the same link.
 *
 * @param from when the first attempt started
 * @param to when the last attempt started
 * @param layer first link that was broken
 * @param slots how many slots, at least 1
 * @param router attempts at the router meanwhile
 * @param references attempts at the references in the internet meanwhile
 */
public record BrokenSpan(
        Instant from,
        Instant to,
        Layer layer,
        int slots,
        JointCounts router,
        JointCounts references) {

    /** Whether a part of it lies within [begin, end). */
    public boolean within(Instant begin, Instant end) {
        return from.isBefore(end) && !to.isBefore(begin);
    }

    /** Both as one. */
    public BrokenSpan and(BrokenSpan next) {
        return new BrokenSpan(
                from,
                next.to,
                layer,
                slots + next.slots,
                router.and(next.router),
                references.and(next.references));
    }
}
