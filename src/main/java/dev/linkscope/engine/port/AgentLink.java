package dev.linkscope.engine.port;

/** The way to one printer's computer. */
public interface AgentLink {
    /**
     * Connects, starts or finds the agent and subscribes. Blocks; ends early with {@link
     * dev.linkscope.domain.diagnosis.FailureCode#CANCELLED} when the calling thread is interrupted.
     *
     * @param request what to probe
     * @param progress told of each step as it is done
     * @throws LinkException if any step fails; says which
     */
    AgentChannel open(AgentRequest request, ConnectProgress progress) throws LinkException;
}
