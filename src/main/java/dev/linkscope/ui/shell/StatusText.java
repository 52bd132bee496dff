package dev.linkscope.ui.shell;

import dev.linkscope.domain.printer.Target;
import dev.linkscope.engine.AgentInfo;
import dev.linkscope.engine.LinkState;
import dev.linkscope.engine.SessionSnapshot;
import dev.linkscope.ui.common.Wording;
import dev.linkscope.ui.farm.FarmStatus;
import java.time.Instant;

/**
 * What the status line says of the chosen printer or of the farm.
 *
 * @param agent about the agent on the Pi
 * @param outcomes how many outcomes came, and how many were lost
 * @param simulated says that the data are made up; empty if they are not
 */
record StatusText(String agent, String outcomes, String simulated) {
    private static final double KIB_PER_MIB = 1024;

    static StatusText of(SessionSnapshot snapshot, Instant now, Wording wording) {
        boolean madeUp = snapshot.printer().target() instanceof Target.Simulated;
        if (snapshot.link() == LinkState.RECORDED) {
            return new StatusText(
                    wording.text("opened.status.printer", snapshot.printer().name()),
                    wording.text("opened.status.attempts", snapshot.outcomes()),
                    madeUp ? wording.text("status.simulated") : "");
        }
        return new StatusText(
                agent(snapshot, now, wording),
                wording.text("status.outcomes", snapshot.outcomes(), snapshot.lost()),
                madeUp ? wording.text("status.simulated") : "");
    }

    /** What it says of the whole farm. */
    static StatusText of(FarmStatus farm) {
        return new StatusText(farm.agents(), farm.cost(), farm.simulated());
    }

    private static String agent(SessionSnapshot snapshot, Instant now, Wording wording) {
        AgentInfo agent = snapshot.agent();
        String name = snapshot.printer().name();
        if (agent == null) {
            return wording.text("status.no_agent", name);
        }
        return agent.python().isEmpty()
                ? wording.text(
                        "status.agent_shell",
                        name,
                        wording.when(agent.since(), now),
                        agent.memoryKib() / KIB_PER_MIB,
                        agent.version())
                : wording.text(
                        "status.agent",
                        name,
                        wording.when(agent.since(), now),
                        agent.memoryKib() / KIB_PER_MIB,
                        agent.python(),
                        agent.version());
    }
}
