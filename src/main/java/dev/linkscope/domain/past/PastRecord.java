package dev.linkscope.domain.past;

import java.time.Instant;
import java.util.List;

/**
 * What one log tells of the past. Incomplete by nature: a log names some failures only, so this
 * never enters a rate.
 *
 * @param source name of the log, such as {@code octoprint.log}
 * @param from UTC of the first line read
 * @param to UTC of the last line read
 * @param events in the order in which they began
 */
public record PastRecord(String source, Instant from, Instant to, List<PastEvent> events) {
    public PastRecord {
        events = List.copyOf(events);
    }
}
