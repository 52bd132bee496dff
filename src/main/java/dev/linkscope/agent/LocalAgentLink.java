package dev.linkscope.agent;

import dev.linkscope.domain.diagnosis.Failure;
import dev.linkscope.domain.diagnosis.FailureCode;
import dev.linkscope.engine.port.AgentChannel;
import dev.linkscope.engine.port.AgentLink;
import dev.linkscope.engine.port.AgentRequest;
import dev.linkscope.engine.port.ConnectProgress;
import dev.linkscope.engine.port.ConnectStep;
import dev.linkscope.engine.port.LinkException;
import java.io.IOException;
import java.util.Locale;
import java.util.Map;

/** The same agent, on this computer, without SSH. Linux and macOS. */
public final class LocalAgentLink implements AgentLink {
    private static final String HOST = "local";

    private final String osName;
    private final Map<String, String> environment;
    private final Limits limits;

    /**
     * A link to this computer.
     *
     * @param osName the system property {@code os.name}
     */
    public LocalAgentLink(String osName) {
        this(osName, Map.of(), Limits.standard());
    }

    /** The same with further environment variables, and other limits. */
    LocalAgentLink(String osName, Map<String, String> environment, Limits limits) {
        this.osName = osName;
        this.environment = Map.copyOf(environment);
        this.limits = limits.onPlatformThreads();
    }

    @Override
    public AgentChannel open(AgentRequest request, ConnectProgress progress) throws LinkException {
        if (osName.toLowerCase(Locale.ROOT).startsWith("windows")) {
            throw new LinkException(
                    Failure.of(FailureCode.LOCAL_UNSUPPORTED, osName), ConnectStep.REACH, null);
        }
        var builder = new ProcessBuilder("/bin/sh", "-c", AgentCommand.LINE);
        builder.environment().putAll(environment);
        try {
            Process process = builder.start();
            return AgentConversation.start(
                    new ProcessStreams(process), HOST, request, progress, limits);
        } catch (IOException e) {
            throw new LinkException(
                    Failure.of(FailureCode.AGENT_NOT_STARTED, HOST, "/bin/sh"),
                    ConnectStep.PYTHON,
                    e);
        }
    }
}
