package dev.linkscope.faults;

import dev.linkscope.domain.Statement;
import dev.linkscope.domain.diagnosis.Failure;
import dev.linkscope.domain.diagnosis.Finding;
import dev.linkscope.domain.loss.PaneFigures;
import dev.linkscope.domain.printer.Printer;
import dev.linkscope.domain.printer.PrinterId;
import dev.linkscope.domain.printer.Target;
import dev.linkscope.domain.probe.ProbeKind;
import dev.linkscope.domain.probe.TargetUrl;
import dev.linkscope.engine.Farm;
import dev.linkscope.engine.PaneSnapshot;
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
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/**
 * The process of {@link FaultMatrixIT}: Linkscope with one printer, whose probes run five times as
 * often as usual. Prints what it says of it, a line each time. The end of its input removes the
 * printer and ends it.
 */
final class DiagnosisRun {
    private static final InstantSource CLOCK = InstantSource.system();
    private static final Duration LOOK = Duration.ofMillis(100);
    private static final Duration SHORTEST = Duration.ofSeconds(1);
    private static final int FASTER = 5;
    private static final JsonMapper JSON = JsonMapper.shared();
    private static final Manners MANNERS = new Manners(2, true);

    private DiagnosisRun() {}

    /** Arguments: history, host key, login key, server, snapshot and stream or empty. */
    public static void main(String[] args) throws Exception {
        PrinterId id = PrinterId.random();
        Printer printer =
                new Printer(
                                id,
                                "pi",
                                new Target.Ssh(Topology.PI, null, "root", args[2]),
                                new TargetUrl(args[3]),
                                url(args[4]),
                                SHORTEST)
                        .withStream(url(args[5]), true);
        Path hostKeys = Path.of(args[1]);
        var options = SshOptions.bare(hostKeys, hostKeys.getParent(), "root");
        try (var store = SqliteHistory.open(Path.of(args[0]), CLOCK).store();
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
        }
    }

    private static @Nullable TargetUrl url(String text) {
        return text.isEmpty() ? null : new TargetUrl(text);
    }

    private static AgentLink quick(AgentLink link) {
        return (request, progress) -> link.open(quick(request), progress);
    }

    private static AgentRequest quick(AgentRequest request) {
        return new AgentRequest(
                request.subscription(),
                request.instance(),
                request.lease(),
                request.from(),
                request.probes().stream().map(DiagnosisRun::quick).toList());
    }

    private static ProbeSpec quick(ProbeSpec probe) {
        if (probe.kind() == ProbeKind.SERVER_PATHS || probe.kind() == ProbeKind.TRACE) {
            return probe; // they look by themselves when something fails
        }
        Duration faster = probe.cadence().dividedBy(FASTER);
        return probe.withCadence(faster.compareTo(SHORTEST) < 0 ? SHORTEST : faster);
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
        var failures = new TreeMap<String, Integer>();
        snapshot.probes()
                .forEach(probe ->
                        probe.classes()
                                .forEach((name, count) ->
                                        failures.put(probe.target() + " " + name, count)));
        Map<String, Object> line = new LinkedHashMap<>();
        line.put("at", CLOCK.millis());
        line.put("link", snapshot.link().name());
        line.put("failure", failure == null ? "" : failure.code().name());
        line.put("server", pane(snapshot.server()));
        line.put("webcam", snapshot.webcam() == null ? Map.of() : pane(snapshot.webcam()));
        line.put("failures", failures);
        line.put(
                "findings",
                snapshot.findings().stream()
                        .filter(Finding::supported)
                        .map(DiagnosisRun::finding)
                        .toList());
        line.put(
                "holes",
                snapshot.server()
                        .trace()
                        .slots()
                        .filter(slot -> !slot.measured())
                        .map(slot -> String.valueOf(slot.reason()))
                        .distinct()
                        .toList());
        line.put("notes", snapshot.notes().stream().map(Statement::key).toList());
        line.put("headline", snapshot.headline().stream().map(Statement::key).toList());
        return line;
    }

    private static Map<String, Object> pane(PaneSnapshot pane) {
        PaneFigures figures = pane.figures();
        return Map.of(
                "state", figures.state().name(),
                "attempts", figures.attempts(),
                "errors", figures.errors());
    }

    private static Map<String, Object> finding(Finding finding) {
        return Map.of(
                "id", finding.rule(),
                "grade", finding.confidence().name(),
                "severity", finding.severity().name());
    }
}
