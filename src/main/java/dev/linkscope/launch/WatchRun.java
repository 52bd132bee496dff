package dev.linkscope.launch;

import dev.linkscope.domain.Statement;
import dev.linkscope.domain.diagnosis.Failure;
import dev.linkscope.domain.printer.Printer;
import dev.linkscope.domain.printer.PrinterId;
import dev.linkscope.engine.Farm;
import dev.linkscope.engine.OctoPrintDesk;
import dev.linkscope.engine.ReadingRounds;
import dev.linkscope.engine.SessionPlan;
import dev.linkscope.engine.SessionSnapshot;
import dev.linkscope.engine.farm.LeaseKeeper;
import dev.linkscope.engine.history.ConclusionLog;
import dev.linkscope.engine.port.LinkQuestions;
import dev.linkscope.engine.port.OutcomeStore;
import dev.linkscope.engine.port.SettingsStore.Settings;
import dev.linkscope.metrics.Access;
import dev.linkscope.metrics.Endpoint;
import dev.linkscope.metrics.EndpointException;
import dev.linkscope.metrics.FarmMetrics;
import dev.linkscope.metrics.HealthCheck;
import dev.linkscope.settings.JsonSettingsStore;
import dev.linkscope.settings.SettingsException;
import dev.linkscope.ssh.SshLinks;
import dev.linkscope.store.HistoryException;
import dev.linkscope.store.StoreOpened;
import dev.linkscope.support.DataFolder;
import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * One run of {@code watch}: the same farm as the window's, without a window and without anybody to
 * ask.
 */
final class WatchRun {
    private final Terminal terminal;
    private final WatchOptions options;
    private final DataFolder folder = Wiring.folder();

    /** A run that has not begun. */
    WatchRun(Terminal terminal, WatchOptions options) {
        this.terminal = terminal;
        this.options = options;
    }

    /** Watches until it is asked to end. */
    ExitCode run() throws InterruptedException {
        StopSignal stop = StopSignal.listen();
        var file = new LineFile(options.log());
        try (var settings = new JsonSettingsStore(folder.settings(), Wiring.CLOCK);
                var log = new EventLog(file, terminal, Wiring.CLOCK)) {
            file.open();
            Settings stored = settings.load();
            note("settings.moved", settings.brokenFileMovedTo());
            // An agent knows its client by the instance, also after this program was killed.
            settings.flush();
            return run(stored, log, stop);
        } catch (SettingsException e) {
            return cannot(e.problem(), e.nextStep());
        } catch (HistoryException e) {
            return cannot(e.problem(), e.nextStep());
        } catch (EndpointException e) {
            return cannot(e.problem(), e.nextStep());
        } catch (IOException e) {
            String path = String.valueOf(options.log());
            return cannot(
                    Statement.of("watch.log.closed", path),
                    Statement.of("watch.log.closed.next", path));
        } finally {
            stop.finished();
        }
    }

    private ExitCode run(Settings stored, EventLog log, StopSignal stop)
            throws InterruptedException, EndpointException {
        List<TargetList.Entry> entries = options.entries();
        Map<PrinterId, Printer> printers = printers(entries, stored);
        int unusable = entries == null ? 0 : tellUnusable(entries, log);
        if (printers.isEmpty()) {
            String key = entries == null ? "watch.nobody" : "watch.nobody.farm";
            return cannot(Statement.of(key), Statement.of(key + ".next"));
        }
        var histories = new Histories(System.getenv(), folder.history(), Wiring.CLOCK);
        StoreOpened history = histories.open(options.store());
        note("store.moved", history.movedAside());
        note(history.recovered());
        Path keys = options.knownHosts() == null ? folder.knownHosts() : options.knownHosts();
        // What the user typed into the window may be looked up in the SSH configuration.
        boolean typed = entries == null;
        long outcomes;
        try (var ssh =
                        new SshLinks(
                                Wiring.ssh(keys, typed)
                                        .withTrustNewHostKeys(options.trustNewHostKeys()));
                var octoPrint = typed ? Wiring.octoPrint(ssh) : OctoPrintDesk.closed();
                var store = history.store();
                // The window may run beside it: the agents keep them apart.
                var shared = histories.leases(options.store(), "watch-" + stored.instance())) {
            var farm =
                    new Farm(
                            SessionPlan.watch(stored.manners(), stored.preferences().limits()),
                            Wiring.links(ssh, octoPrint, Wiring.demo()),
                            store,
                            Wiring.CLOCK,
                            shared.instance(),
                            Wiring.PLANS);
            try (farm;
                    var witness = Wiring.witness(stored.manners());
                    var rounds =
                            new ReadingRounds(farm, octoPrint, new LogsOverSsh(ssh), Wiring.CLOCK);
                    var conclusions = new ConclusionLog(farm, history.book(), Wiring.CLOCK)) {
                conclusions.start();
                witness.follow(farm);
                rounds.start();
                watch(new Watched(farm, store, shared, printers, unusable), stored, log, stop);
            }
            store.flush();
            note(store.problem());
            outcomes = farm.snapshots().stream().mapToLong(SessionSnapshot::outcomes).sum();
        }
        log.write("watch_ended", line -> line.put("outcomes", outcomes));
        return ExitCode.HEALTHY;
    }

    /** What is watched. */
    private record Watched(
            Farm farm,
            OutcomeStore store,
            Histories.Leases leases,
            Map<PrinterId, Printer> printers,
            int unusable) {
        /** A printer may have been renamed since it was first seen. */
        String name(PrinterId id) {
            return farm.snapshot(id)
                    .map(session -> session.printer().name())
                    .orElseGet(() -> {
                        Printer known = printers.get(id);
                        return known == null ? id.toString() : known.name();
                    });
        }
    }

    /**
     * Watches until it is asked to end. Nobody is told that printers are away because this program
     * ends: the desk closes before the farm.
     */
    private void watch(Watched watched, Settings stored, EventLog log, StopSignal stop)
            throws InterruptedException, EndpointException {
        Farm farm = watched.farm();
        var incidents = new IncidentLines(log, watched::name, terminal.messages()::render);
        try (var links = new LinkLines(farm, log, terminal);
                var desk =
                        WatchDesk.open(
                                farm,
                                incidents,
                                options.delivery().over(stored.alerts()),
                                options.delivery(),
                                terminal);
                var endpoint = endpoint(watched, desk);
                var keeper =
                        new LeaseKeeper(
                                farm,
                                watched.leases().leases(),
                                List.copyOf(watched.printers().values()),
                                _ -> LinkQuestions.NOBODY,
                                Wiring.CLOCK)) {
            log.write(
                    "watch_started",
                    line -> {
                        line.put("version", Version.number())
                                .put("printers", watched.printers().size())
                                .put("unusableEntries", watched.unusable())
                                .put("listen", endpoint.where());
                    });
            begins(watched.printers().size(), endpoint.where());
            keeper.start();
            links.start();
            stop.await();
        }
    }

    private void begins(int printers, @Nullable String where) {
        String listen =
                where == null ? "" : " " + terminal.messages().text("watch.begins.listen", where);
        terminal.note(terminal.messages().text("watch.begins", printers, listen));
    }

    private Map<PrinterId, Printer> printers(
            @Nullable List<TargetList.Entry> entries, Settings stored) {
        List<Printer> wanted =
                entries == null
                        ? stored.printers()
                        : entries.stream().map(TargetList.Entry::printer).toList();
        var printers = new LinkedHashMap<PrinterId, Printer>();
        for (Printer printer : wanted) {
            if (printer != null) {
                // One that is named twice is measured once.
                printers.putIfAbsent(printer.id(), printer);
            }
        }
        return printers;
    }

    private int tellUnusable(List<TargetList.Entry> entries, EventLog log) {
        int unusable = 0;
        for (TargetList.Entry entry : entries) {
            Failure failure = entry.failure();
            if (failure != null) {
                unusable++;
                log.write(
                        "entry_unusable",
                        line -> {
                            line.put("entry", entry.text());
                            FailureJson.put(line.putObject("error"), failure, terminal.messages());
                        });
                note(failure.message(), failure.nextStep());
            }
        }
        return unusable;
    }

    private Offer endpoint(Watched watched, WatchDesk desk) throws EndpointException {
        Farm farm = watched.farm();
        OutcomeStore store = watched.store();
        Access access = options.access();
        if (access == null) {
            return new Offer(null, null);
        }
        var metrics =
                new FarmMetrics(
                        farm,
                        desk.view(),
                        desk.incidents(),
                        () -> store.problem() == null,
                        Version.number());
        var health =
                new HealthCheck(farm, store::problem, terminal.messages()::render, Wiring.CLOCK);
        return new Offer(Endpoint.open(access, metrics, health), access);
    }

    /** An endpoint, or none. */
    private record Offer(@Nullable Endpoint endpoint, @Nullable Access access)
            implements AutoCloseable {
        /** Its address; null if there is none. */
        @Nullable String where() {
            if (endpoint == null || access == null) {
                return null;
            }
            // The socket itself may name all addresses in another way than it was asked for.
            String host = access.address().getAddress().getHostAddress();
            return (access.protection() == null ? "http://" : "https://")
                    + (host.contains(":") ? "[" + host + "]" : host)
                    + ":"
                    + endpoint.address().getPort();
        }

        @Override
        public void close() {
            if (endpoint != null) {
                endpoint.close();
            }
        }
    }

    private ExitCode cannot(Statement problem, Statement nextStep) {
        note(problem, nextStep);
        return ExitCode.UNKNOWN;
    }

    private void note(String key, @Nullable String file) {
        if (file != null) {
            note(Statement.of(key, file), Statement.of(key + ".next", file));
        }
    }

    private void note(@Nullable Statement problem) {
        if (problem != null) {
            note(problem, new Statement(problem.key() + ".next", problem.args()));
        }
    }

    private void note(Statement... sentences) {
        terminal.note(
                List.of(sentences).stream()
                        .map(terminal.messages()::render)
                        .collect(Collectors.joining(" ", "linkscope: ", "")));
    }
}
