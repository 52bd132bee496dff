package dev.linkscope.rules.farm;

import java.time.Instant;
import java.util.List;

/**
 * An outage that several printers had together.
 *
 * @param from its begin
 * @param to its end, or the end of what was measured
 * @param lasts whether it goes on
 * @param measured how many printers were measured then
 * @param members who failed in it
 * @param others who were measured then and did not
 */
public record SharedCase(
        Instant from,
        Instant to,
        boolean lasts,
        int measured,
        List<FarmPrinter> members,
        List<FarmPrinter> others) {
    public SharedCase {
        members = List.copyOf(members);
        others = List.copyOf(others);
    }
}
