package dev.linkscope.engine;

import dev.linkscope.domain.coverage.NotMeasured;
import dev.linkscope.engine.port.AgentFrame;
import java.time.Duration;

/**
 * From one run of a printer to the next: why nothing was measured between them.
 *
 * @param hole what the session takes to be the reason
 * @param bootId boot of the run before
 * @param processId agent of the run before; empty if it is not known
 * @param outlived whether that agent could go on without this program
 * @param silence how long nothing was heard of it
 * @param lease how long it goes on unheard
 */
record RunChange(
        NotMeasured hole,
        String bootId,
        String processId,
        boolean outlived,
        Duration silence,
        Duration lease) {

    /** Why nothing was measured until this agent greeted. */
    NotMeasured reason(AgentFrame.Hello now) {
        if (rebooted(now)) {
            return NotMeasured.PI_OFF;
        }
        return restarted(now) ? NotMeasured.AGENT_LOST : hole;
    }

    /**
     * Whether the agent ended though it should have gone on. One that was not heard for longer than
     * its lease, or that cannot outlive its channel, ended as it has to.
     */
    boolean restarted(AgentFrame.Hello now) {
        return !rebooted(now)
                && !now.processId().equals(processId)
                && outlived
                && silence.compareTo(lease) < 0;
    }

    /** Without an id of the boot there is no telling. */
    private boolean rebooted(AgentFrame.Hello now) {
        return !bootId.isEmpty() && !now.bootId().isEmpty() && !bootId.equals(now.bootId());
    }
}
