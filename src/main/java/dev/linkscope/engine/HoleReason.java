package dev.linkscope.engine;

import dev.linkscope.domain.coverage.NotMeasured;
import dev.linkscope.domain.diagnosis.FailureCode;

/** Why nothing is measured after a conversation, as far as this side can tell. */
final class HoleReason {
    private HoleReason() {}

    /** After a goodbye of the agent, or of this side. */
    static NotMeasured after(String goodbye) {
        return switch (goodbye) {
            // What this side sent did not arrive.
            case "lease", "unanswered" -> NotMeasured.UNREACHABLE_FROM_HERE;
            case "replaced" -> NotMeasured.AGENT_LOST;
            default -> NotMeasured.NOT_ASKED;
        };
    }

    /** After a link that broke or could not be made. */
    static NotMeasured after(FailureCode code) {
        return switch (code) {
            case AGENT_ENDED, AGENT_GARBAGE, AGENT_REFUSED -> NotMeasured.AGENT_LOST;
            default -> NotMeasured.UNREACHABLE_FROM_HERE;
        };
    }
}
