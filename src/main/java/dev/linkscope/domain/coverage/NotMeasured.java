package dev.linkscope.domain.coverage;

import java.util.Locale;

/** Why a slot was not measured. */
public enum NotMeasured {
    /** This computer lost the Pi and the agent could not fill in. */
    UNREACHABLE_FROM_HERE,
    /** The Pi was off or restarted: its boot id changed. */
    PI_OFF,
    /** The agent ended while the Pi went on. */
    AGENT_LOST,
    /** Nobody asked: not yet begun, ended, paused, or the server asked for fewer requests. */
    NOT_ASKED;

    /** Name in reports. */
    public String wireName() {
        return name().toLowerCase(Locale.ROOT);
    }
}
