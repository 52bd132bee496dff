package dev.linkscope.engine.farm;

import java.time.Duration;

/**
 * How long trouble has to last before it is an incident, and has to be gone before it is over. All
 * of them are limits of Linkscope's own: long enough that nobody is called for what mends itself,
 * short enough that a print can still be saved.
 */
final class IncidentLimits {
    /** An outage that goes on: at the usual cadence of 10 s the sixth attempt in a row fails. */
    static final Duration OUTAGE = Duration.ofSeconds(60);

    /** A state of a pane or a critical finding: a moment's judgement may be taken back. */
    static final Duration STATE = Duration.ofMinutes(2);

    /** A computer that is not reached: a Pi that restarts is back within a minute or two. */
    static final Duration AWAY = Duration.ofMinutes(3);

    /** All computers at once: no restart explains that. */
    static final Duration OFFLINE = Duration.ofSeconds(60);

    /** Outages that begin within this time of each other may be one. */
    static final Duration TOGETHER = Duration.ofSeconds(60);

    /** How much longer such outages wait for the comparison of the farm to tell. */
    static final Duration COMPARISON = Duration.ofSeconds(60);

    /** How long after a shared outage its members may take to come back. */
    static final Duration AFTERMATH = Duration.ofMinutes(2);

    /** Without trouble for so long it is over, the first time. */
    static final Duration WELL = Duration.ofMinutes(5);

    /** One distant printer measured for so long: this computer's network is back. */
    static final Duration BACK = Duration.ofSeconds(60);

    /** What comes back within this time is the same incident again. */
    static final Duration RELAPSE = Duration.ofHours(1);

    /** Each relapse doubles the time that it has to be gone, up to this. */
    static final Duration LONGEST_WELL = Duration.ofHours(1);

    /** A pane's own error rate may stretch that time up to this. */
    static final Duration LONGEST_QUIET = Duration.ofMinutes(30);

    /** A quiet time would have shown a failure with this probability if the rate still held. */
    static final double SURE = 0.99;

    /** Time between two looks beyond this was not watched: the computer slept. */
    static final Duration LONGEST_STEP = Duration.ofSeconds(15);

    /** Ended incidents that are kept. */
    static final int KEPT = 200;

    private IncidentLimits() {}
}
