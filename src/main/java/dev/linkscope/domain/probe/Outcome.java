package dev.linkscope.domain.probe;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What came of one slot, as the agent reports it. Its key is (run id, sequence); times are the Pi's
 * boot clock, so that a jump of the wall clock cannot reorder them.
 *
 * @param sequence number within the agent's run, from 1
 * @param target id of the probe within the subscription; never a URL
 * @param kind what was checked
 * @param slot number of the slot since the subscription began, from 0
 * @param startMillis boot clock when the attempt started, in milliseconds
 * @param endMillis boot clock when it ended
 * @param state ok, failed or not measured
 * @param phase phase under way at the failure; null unless failed
 * @param errorClass stable name of the failure or of the reason for not measuring; null when ok
 * @param timings duration of each phase
 * @param details further readings by name, such as {@code status} or {@code address}; values are
 *     short plain text
 */
public record Outcome(
        long sequence,
        String target,
        ProbeKind kind,
        long slot,
        long startMillis,
        long endMillis,
        SlotState state,
        @Nullable Phase phase,
        @Nullable String errorClass,
        Timings timings,
        Map<String, String> details) {
    public Outcome {
        details = Map.copyOf(details);
    }
}
