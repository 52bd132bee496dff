package dev.linkscope.engine;

import dev.linkscope.engine.port.FixPlans;
import dev.linkscope.engine.port.LinkFactory;
import java.time.InstantSource;

/**
 * What all sessions of a farm have in common.
 *
 * @param plan how each printer is measured
 * @param links makes the links
 * @param clock this computer's time
 * @param judging where the patterns of all sessions are judged
 * @param gate where the sessions log in by turns
 * @param instance id of this installation of Linkscope
 * @param plans names the plan of each finding
 */
record SessionContext(
        SessionPlan plan,
        LinkFactory links,
        InstantSource clock,
        JudgingThread judging,
        LoginGate gate,
        String instance,
        FixPlans plans) {
    /** The same with another plan. */
    SessionContext with(SessionPlan other) {
        return new SessionContext(other, links, clock, judging, gate, instance, plans);
    }

    /** Without plans. */
    SessionContext(
            SessionPlan plan,
            LinkFactory links,
            InstantSource clock,
            JudgingThread judging,
            LoginGate gate,
            String instance) {
        this(plan, links, clock, judging, gate, instance, FixPlans.NONE);
    }
}
