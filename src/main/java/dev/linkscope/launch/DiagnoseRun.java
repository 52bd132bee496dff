package dev.linkscope.launch;

import dev.linkscope.domain.diagnosis.Failure;
import dev.linkscope.domain.printer.Printer;
import dev.linkscope.domain.printer.PrinterId;
import dev.linkscope.domain.report.PrinterReport;
import dev.linkscope.domain.report.Report;
import dev.linkscope.engine.Farm;
import dev.linkscope.engine.LinkState;
import dev.linkscope.engine.OctoPrintDesk;
import dev.linkscope.engine.ReportAssembler;
import dev.linkscope.engine.SessionPlan;
import dev.linkscope.engine.SessionSnapshot;
import dev.linkscope.engine.WitnessBoard;
import dev.linkscope.engine.port.LinkFactory;
import dev.linkscope.engine.port.OutcomeStore;
import dev.linkscope.engine.port.SettingsStore.Manners;
import dev.linkscope.ssh.SshLinks;
import dev.linkscope.store.sqlite.SqliteHistory;
import dev.linkscope.support.NamedThreads;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** One run of {@code diagnose}: a farm with an end, a history in memory, and a report. */
final class DiagnoseRun {
    private static final Duration TICK = Duration.ofMillis(300);

    private final Terminal terminal;
    private final Duration span;
    private final Set<String> told = new HashSet<>();

    /** A run that measures for {@code span}. */
    DiagnoseRun(Terminal terminal, Duration span) {
        this.terminal = terminal;
        this.span = span;
    }

    /** Measures every entry that is a printer, and reports on all of them in their order. */
    Report measure(
            List<TargetList.Entry> entries, @Nullable Path knownHosts, boolean trustNewHostKeys)
            throws InterruptedException {
        Path keys = knownHosts == null ? Wiring.folder().knownHosts() : knownHosts;
        try (var typed = ssh(keys, true, trustNewHostKeys);
                var listed = ssh(keys, false, trustNewHostKeys);
                OutcomeStore store = SqliteHistory.inMemory(Wiring.CLOCK);
                Farm farm =
                        new Farm(
                                SessionPlan.measureFor(span),
                                links(entries, typed, listed),
                                store,
                                Wiring.CLOCK,
                                "diagnose-" + UUID.randomUUID(),
                                Wiring.PLANS);
                WitnessBoard witness = Wiring.witness(Manners.USUAL)) {
            witness.follow(farm);
            // Ctrl-C: the agents are told to end before this program does.
            Thread farewell = NamedThreads.platform("farewell", farm::close);
            Runtime.getRuntime().addShutdownHook(farewell);
            run(farm, entries);
            Runtime.getRuntime().removeShutdownHook(farewell);
            return report(entries, farm.snapshots(), witness);
        }
    }

    private void run(Farm farm, List<TargetList.Entry> entries) throws InterruptedException {
        List<Printer> printers =
                entries.stream()
                        .flatMap(entry -> Stream.ofNullable(entry.printer()))
                        // One that is named twice is measured once.
                        .collect(
                                Collectors.toMap(
                                        Printer::id, p -> p, (a, _) -> a, LinkedHashMap::new))
                        .values()
                        .stream()
                        .toList();
        terminal.note(terminal.messages().text("command.diagnose.begins", printers.size(), span));
        var questions = TerminalQuestions.of(terminal);
        farm.addAll(printers, _ -> questions);
        boolean ended = false;
        while (!ended) {
            ended = farm.awaitEnd(TICK);
            farm.snapshots().forEach(this::tell);
        }
    }

    private static SshLinks ssh(Path knownHosts, boolean typed, boolean trustNewHostKeys) {
        return new SshLinks(Wiring.ssh(knownHosts, typed).withTrustNewHostKeys(trustNewHostKeys));
    }

    private static LinkFactory links(
            List<TargetList.Entry> entries, SshLinks typed, SshLinks listed) {
        var demo = Wiring.demo();
        LinkFactory ofTyped = Wiring.links(typed, OctoPrintDesk.closed(), demo);
        LinkFactory ofListed = Wiring.links(listed, OctoPrintDesk.closed(), demo);
        Set<PrinterId> typedIds =
                entries.stream()
                        .filter(TargetList.Entry::typed)
                        .flatMap(entry -> Stream.ofNullable(entry.printer()))
                        .map(Printer::id)
                        .collect(Collectors.toSet());
        return (printer, questions) ->
                (typedIds.contains(printer.id()) ? ofTyped : ofListed).link(printer, questions);
    }

    private void tell(SessionSnapshot session) {
        Failure failure = session.failure();
        String name = session.printer().name();
        if (failure != null && session.link() != LinkState.CONNECTING) {
            once(name + ": " + terminal.messages().render(failure.message()));
            once(name + ": " + terminal.messages().render(failure.nextStep()));
            if (session.link() == LinkState.WAITING) {
                once(terminal.messages().text("command.diagnose.again", name));
            }
        } else if (session.link() == LinkState.MEASURING) {
            once(terminal.messages().text("command.diagnose.measuring", name));
            session.notes().stream()
                    .filter(note -> note.key().equals("note.stretched"))
                    .forEach(note -> once(terminal.messages().render(note)));
        }
    }

    private void once(String line) {
        if (told.add(line)) {
            terminal.note(line);
        }
    }

    private Report report(
            List<TargetList.Entry> entries, List<SessionSnapshot> sessions, WitnessBoard witness) {
        ReportAssembler assembler = Wiring.assembler(terminal.messages()).with(witness);
        Report measured = assembler.assemble(sessions);
        Map<String, PrinterReport> byId = new TreeMap<>();
        measured.printers().forEach(printer -> byId.put(printer.id(), printer));
        var all = new ArrayList<PrinterReport>();
        for (TargetList.Entry entry : entries) {
            Printer printer = entry.printer();
            PrinterReport report =
                    printer == null
                            ? unusable(assembler, entry)
                            : byId.remove(printer.id().toString());
            if (report != null) {
                all.add(report);
            }
        }
        return new Report(
                measured.generatedAt(),
                measured.language(),
                measured.simulated(),
                all,
                measured.sharedOutages());
    }

    /** An entry of a farm file that is no target keeps its place in the report. */
    private static PrinterReport unusable(ReportAssembler assembler, TargetList.Entry entry) {
        Failure failure = entry.failure();
        if (failure == null) {
            throw new IllegalStateException("an entry is a printer or has a failure");
        }
        String id =
                UUID.nameUUIDFromBytes(entry.text().getBytes(StandardCharsets.UTF_8)).toString();
        return assembler.unmeasured(id, entry.text(), failure);
    }
}
