package dev.linkscope.launch;

import dev.linkscope.domain.diagnosis.Failure;
import dev.linkscope.domain.diagnosis.FailureCode;
import dev.linkscope.domain.printer.Printer;
import dev.linkscope.domain.printer.PrinterId;
import dev.linkscope.engine.FarmControl;
import dev.linkscope.engine.LinkState;
import dev.linkscope.engine.SessionSnapshot;
import dev.linkscope.support.NamedThreads;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * Puts into the log which printers are connected, lost and cannot be reached. Each way to fail is
 * told once until the printer is connected again, however often that is tried; what needs somebody
 * is said on standard error too.
 */
final class LinkLines implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(LinkLines.class);
    private static final long LOOK_MILLIS = 500;

    private final FarmControl farm;
    private final EventLog log;
    private final Terminal terminal;
    private final Map<PrinterId, Told> told = new HashMap<>();
    private final ScheduledExecutorService thread = NamedThreads.scheduler("link-lines");
    private long seen = -1;

    /** What was told of a printer. */
    private static final class Told {
        private boolean connected;
        private final Set<FailureCode> failures = EnumSet.noneOf(FailureCode.class);
    }

    /** Lines about a farm. */
    LinkLines(FarmControl farm, EventLog log, Terminal terminal) {
        this.farm = farm;
        this.log = log;
        this.terminal = terminal;
    }

    /** Begins to look. */
    void start() {
        var _ = thread.scheduleWithFixedDelay(this::tick, 0, LOOK_MILLIS, TimeUnit.MILLISECONDS);
    }

    private void tick() {
        try {
            look();
        } catch (RuntimeException e) {
            // The edge of this thread: an exception would end it.
            LOG.error("the links could not be told", e);
        }
    }

    /** Tells what has changed. */
    void look() {
        long revision = farm.revision();
        if (revision == seen) {
            return;
        }
        seen = revision;
        var snapshots = farm.snapshots();
        told.keySet()
                .retainAll(
                        snapshots.stream()
                                .map(session -> session.printer().id())
                                .collect(Collectors.toSet()));
        snapshots.forEach(this::look);
    }

    private void look(SessionSnapshot session) {
        Told known = told.computeIfAbsent(session.printer().id(), _ -> new Told());
        Failure failure = session.failure();
        if (session.link() == LinkState.MEASURING) {
            if (!known.connected) {
                known.connected = true;
                known.failures.clear();
                log.write("printer_connected", line -> printer(line, session.printer()));
            }
        } else if (failure != null && session.link() != LinkState.ENDED) {
            boolean lost = known.connected;
            known.connected = false;
            if (known.failures.add(failure.code())) {
                tell(session, failure, lost ? "printer_lost" : "printer_failed");
            }
        }
    }

    private void tell(SessionSnapshot session, Failure failure, String event) {
        boolean needsSomebody = session.link() == LinkState.FAILED;
        log.write(
                event,
                line -> {
                    printer(line, session.printer());
                    line.put("triedAgain", !needsSomebody);
                    FailureJson.put(line.putObject("error"), failure, terminal.messages());
                });
        if (needsSomebody) {
            terminal.note(
                    session.printer().name()
                            + ": "
                            + terminal.messages().render(failure.message())
                            + " "
                            + terminal.messages().render(failure.nextStep()));
        }
    }

    private static void printer(ObjectNode line, Printer printer) {
        line.putObject("printer")
                .put("id", printer.id().toString())
                .put("name", printer.name())
                .put("target", printer.target().display());
    }

    @Override
    public void close() {
        thread.shutdownNow();
    }
}
