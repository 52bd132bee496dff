package dev.linkscope.faults;

import java.time.Instant;

/**
 * A change of the link between the client and the agent.
 *
 * @param at when the client knew it
 * @param up whether the agent's outcomes arrive from now on
 * @param why what the client says about a break; empty when up
 */
record LinkChange(Instant at, boolean up, String why) {}
