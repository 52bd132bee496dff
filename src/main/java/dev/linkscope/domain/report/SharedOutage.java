package dev.linkscope.domain.report;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An outage that several printers had together, more than chance explains.
 *
 * @param from its first shared slot
 * @param to end of its last shared slot
 * @param members who failed in it: printer ids, or files for {@code analyze --farm}
 * @param measured printers measured then
 * @param pValue chance of it without a shared cause
 * @param test {@code state} or {@code onset}
 */
public record SharedOutage(
        Instant from,
        Instant to,
        List<String> members,
        int measured,
        @Nullable Double pValue,
        String test) {
    public SharedOutage {
        members = List.copyOf(members);
    }
}
