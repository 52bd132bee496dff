package dev.linkscope.bench;

import dev.linkscope.agent.OwnAgent;
import dev.linkscope.domain.printer.Printer;
import dev.linkscope.domain.printer.PrinterId;
import dev.linkscope.domain.printer.Target;
import dev.linkscope.domain.probe.ProbeKind;
import dev.linkscope.domain.probe.TargetUrl;
import dev.linkscope.engine.SessionPlan;
import dev.linkscope.engine.port.AgentChannel;
import dev.linkscope.engine.port.AgentLink;
import dev.linkscope.engine.port.AgentRequest;
import dev.linkscope.engine.port.ConnectProgress;
import dev.linkscope.engine.port.LinkException;
import dev.linkscope.engine.port.SettingsStore.Manners;
import java.io.File;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Printers whose computers are all this one: a real agent each, a process that nobody else shares.
 * They ask servers on loopback alone.
 *
 * @param name begins the names of their agents
 * @param size how many they are
 * @param server address of the server that all of them ask
 * @param camera address of the camera that all of them ask
 * @param cadence time between attempts
 */
public record LocalFarm(String name, int size, String server, String camera, Duration cadence) {
    /** The usual plan, but with a server that bears so many. */
    public static final SessionPlan PLAN = SessionPlan.watch(new Manners(1_000, false));

    /** These would leave this computer. */
    private static final Set<ProbeKind> OUTSIDE =
            Set.of(
                    ProbeKind.GATEWAY,
                    ProbeKind.DNS,
                    ProbeKind.INTERNET,
                    ProbeKind.TRACE,
                    ProbeKind.SERVER_PATHS);

    /** Without pyenv's shims: shell scripts that cost as much as the start of an agent. */
    private static final String PATH =
            Arrays.stream(System.getenv("PATH").split(File.pathSeparator))
                    .filter(folder -> !folder.endsWith("/shims"))
                    .collect(Collectors.joining(File.pathSeparator));

    /** The printers. */
    public List<Printer> printers() {
        return IntStream.range(0, size)
                .mapToObj(number ->
                        new Printer(
                                new PrinterId(new UUID(7, number)),
                                "printer-" + number,
                                new Target.Local(),
                                new TargetUrl(server),
                                new TargetUrl(camera),
                                cadence))
                .toList();
    }

    /** A link to the agent of a printer. */
    public AgentLink link(Printer printer) {
        AgentLink link = new OwnAgent(name + printer.name() + ".").link(PATH);
        return new AgentLink() {
            @Override
            public AgentChannel open(AgentRequest request, ConnectProgress progress)
                    throws LinkException {
                return link.open(inside(request), progress);
            }
        };
    }

    private static AgentRequest inside(AgentRequest request) {
        return new AgentRequest(
                request.subscription(),
                request.instance(),
                request.lease(),
                request.from(),
                request.probes().stream()
                        .filter(probe -> !OUTSIDE.contains(probe.kind()))
                        .toList());
    }

    /** All agents of it that run. */
    public List<ProcessHandle> agents() {
        return new OwnAgent(name).processes();
    }

    /** Ends what agents are left. */
    public void end() {
        new OwnAgent(name).close();
    }
}
