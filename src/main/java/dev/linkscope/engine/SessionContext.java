package dev.linkscope.engine;

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
 */
record SessionContext(
        SessionPlan plan,
        LinkFactory links,
        InstantSource clock,
        JudgingThread judging,
        LoginGate gate,
        String instance) {}
