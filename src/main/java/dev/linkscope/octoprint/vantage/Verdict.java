package dev.linkscope.octoprint.vantage;

import dev.linkscope.domain.probe.Phase;
import dev.linkscope.domain.probe.SlotState;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What came of an attempt.
 *
 * @param phase phase of a failure; null otherwise
 * @param errorClass class of a failure, or why nothing was measured; null if all was well
 * @param details short texts by name
 */
record Verdict(
        SlotState state,
        @Nullable Phase phase,
        @Nullable String errorClass,
        Map<String, String> details) {
    Verdict {
        details = Map.copyOf(details);
    }

    static Verdict ok() {
        return new Verdict(SlotState.OK, null, null, Map.of());
    }

    static Verdict failed(Phase phase, String errorClass) {
        return new Verdict(SlotState.FAILED, phase, errorClass, Map.of());
    }

    static Verdict skipped(String why) {
        return new Verdict(SlotState.NOT_MEASURED, null, why, Map.of());
    }

    Verdict with(Map<String, String> told) {
        return new Verdict(state, phase, errorClass, told);
    }
}
