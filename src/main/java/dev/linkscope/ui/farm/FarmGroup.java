package dev.linkscope.ui.farm;

import dev.linkscope.ui.common.Condition;
import dev.linkscope.ui.common.Tone;

/** The printers that a tile of the summary counts. */
enum FarmGroup {
    ALL(Tone.NEUTRAL),
    HEALTHY(Tone.GOOD),
    WATCH(Tone.WATCH),
    ACTION(Tone.BAD),
    AWAY(Tone.NEUTRAL);

    private final Tone tone;

    FarmGroup(Tone tone) {
        this.tone = tone;
    }

    Tone tone() {
        return tone;
    }

    /** Its sign, the same as that of its printers. */
    Condition sign() {
        return switch (this) {
            case ALL -> Condition.NO_DATA;
            case HEALTHY -> Condition.HEALTHY;
            case WATCH -> Condition.WATCH;
            case ACTION -> Condition.TAKE_ACTION;
            case AWAY -> Condition.FAILED;
        };
    }

    /** Whether a printer of that condition belongs to it. */
    boolean holds(Condition condition) {
        return this == ALL || this == of(condition);
    }

    private static FarmGroup of(Condition condition) {
        return switch (condition) {
            case HEALTHY, CLEAN_SO_FAR -> HEALTHY;
            case WATCH -> WATCH;
            case TAKE_ACTION, NO_CONNECTION -> ACTION;
            case FAILED, WAITING, ENDED, PLANNED_OFF -> AWAY;
            // Nothing is known of them yet: they count as printers and as nothing else.
            case NO_DATA, CONNECTING -> ALL;
        };
    }
}
