package dev.linkscope.ssh;

import dev.linkscope.agent.AgentCommand;
import dev.linkscope.agent.AgentConversation;
import dev.linkscope.agent.Limits;
import dev.linkscope.engine.port.AgentChannel;
import dev.linkscope.engine.port.AgentLink;
import dev.linkscope.engine.port.AgentRequest;
import dev.linkscope.engine.port.ConnectProgress;
import dev.linkscope.engine.port.LinkException;

/** The agent of one printer over SSH. Each {@link #open} is a connection of its own. */
final class SshAgentLink implements AgentLink {
    private final SshWay way;

    SshAgentLink(SshWay way) {
        this.way = way;
    }

    @Override
    public AgentChannel open(AgentRequest request, ConnectProgress progress) throws LinkException {
        SshExec exec = start(AgentCommand.LINE, progress);
        return AgentConversation.start(exec, way.shown(), request, progress, Limits.standard());
    }

    /** Connects and starts a command. */
    SshExec start(String command, ConnectProgress progress) throws LinkException {
        return way.connect(connection -> connection.exec(command), progress);
    }
}
