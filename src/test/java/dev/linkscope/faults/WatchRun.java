package dev.linkscope.faults;

import dev.linkscope.domain.Statement;
import dev.linkscope.domain.coverage.NotMeasured;
import dev.linkscope.domain.coverage.Slot;
import dev.linkscope.domain.diagnosis.Failure;
import dev.linkscope.domain.fact.Fact;
import dev.linkscope.domain.printer.Printer;
import dev.linkscope.domain.printer.PrinterId;
import dev.linkscope.domain.printer.Target;
import dev.linkscope.domain.probe.TargetUrl;
import dev.linkscope.engine.Farm;
import dev.linkscope.engine.SessionPlan;
import dev.linkscope.engine.SessionSnapshot;
import dev.linkscope.engine.port.AgentLink;
import dev.linkscope.engine.port.AgentRequest;
import dev.linkscope.engine.port.LinkQuestions;
import dev.linkscope.engine.port.ProbeSpec;
import dev.linkscope.engine.port.SettingsStore.Manners;
import dev.linkscope.ssh.SshLinks;
import dev.linkscope.ssh.SshOptions;
import dev.linkscope.store.sqlite.SqliteHistory;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import tools.jackson.databind.json.JsonMapper;

/**
 * The process of {@link WatchThroughFaultsIT}: a farm of one printer with the real link and the
 * real history, as the window has it. Prints a line for every snapshot. A line of input removes the
 * printer, the end of the input ends the process.
 */
final class WatchRun {
    private static final InstantSource CLOCK = InstantSource.system();
    private static final Duration LOOK = Duration.ofMillis(20);
    private static final JsonMapper JSON = JsonMapper.shared();

    /** Probes that are asked more often than usual, so that short outages can be placed. */
    private static final Set<String> QUICK = Set.of("dns", "gateway");

    /** Nothing here leads into the real internet. */
    private static final Manners MANNERS = new Manners(2, false);

    private WatchRun() {}

    /** Arguments: id of the printer, file of the history, of the host key, of the login key. */
    public static void main(String[] args) throws Exception {
        PrinterId id = new PrinterId(UUID.fromString(args[0]));
        var printer =
                new Printer(
                        id,
                        "pi",
                        new Target.Ssh(Topology.PI, null, "root", args[3]),
                        new TargetUrl("https://" + Topology.SERVER),
                        null,
                        WatchProcess.CADENCE);
        Path hostKeys = Path.of(args[2]);
        var options = SshOptions.bare(hostKeys, hostKeys.getParent(), "root");
        try (var store = SqliteHistory.open(Path.of(args[1]), CLOCK).store();
                var links = new SshLinks(options);
                var farm =
                        new Farm(
                                SessionPlan.watch(MANNERS),
                                (one, questions) ->
                                        quick(links.link((Target.Ssh) one.target(), questions)),
                                store,
                                CLOCK,
                                "faults")) {
            farm.add(printer, LinkQuestions.NOBODY);
            tellUntilInput(farm);
            farm.remove(id);
            System.in.readAllBytes();
        }
    }

    private static AgentLink quick(AgentLink link) {
        return (request, progress) -> link.open(quick(request), progress);
    }

    private static AgentRequest quick(AgentRequest request) {
        List<ProbeSpec> probes =
                request.probes().stream()
                        .map(probe ->
                                QUICK.contains(probe.target())
                                        ? probe.withCadence(WatchProcess.CADENCE)
                                        : probe)
                        .toList();
        return new AgentRequest(
                request.subscription(),
                request.instance(),
                request.lease(),
                request.from(),
                probes);
    }

    private static void tellUntilInput(Farm farm) throws IOException, InterruptedException {
        long told = -1;
        while (System.in.available() == 0) {
            SessionSnapshot snapshot = farm.snapshots().getFirst();
            if (snapshot.revision() != told) {
                told = snapshot.revision();
                System.out.println(JSON.writeValueAsString(line(snapshot)));
            }
            Thread.sleep(LOOK);
        }
    }

    private static Map<String, Object> line(SessionSnapshot snapshot) {
        Failure failure = snapshot.failure();
        Map<NotMeasured, Long> holes =
                snapshot.server()
                        .trace()
                        .slots()
                        .filter(slot -> !slot.measured())
                        .collect(Collectors.groupingBy(Slot::reason, Collectors.counting()));
        Map<String, Object> line = new LinkedHashMap<>();
        line.put("at", snapshot.at().toEpochMilli());
        line.put("link", snapshot.link().name());
        line.put("failure", failure == null ? "" : failure.code().name());
        line.put("lost", snapshot.lost());
        line.put("slots", snapshot.server().trace().slots().filter(Slot::measured).count());
        line.put("failed", snapshot.server().trace().slots().filter(Slot::failed).count());
        line.put("holes", holes);
        line.put("facts", snapshot.facts().stream().map(Fact::key).toList());
        line.put("notes", snapshot.notes().stream().map(Statement::key).toList());
        return line;
    }
}
