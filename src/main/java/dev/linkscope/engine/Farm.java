package dev.linkscope.engine;

import dev.linkscope.domain.printer.Printer;
import dev.linkscope.domain.printer.PrinterId;
import dev.linkscope.domain.printer.Target;
import dev.linkscope.engine.port.LinkFactory;
import dev.linkscope.engine.port.LinkQuestions;
import dev.linkscope.engine.port.OutcomeStore;
import java.time.Duration;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;

/** The sessions of all printers that are watched. */
public final class Farm implements FarmControl, AutoCloseable {
    private static final Duration GOODBYE = Duration.ofSeconds(5);

    private final SessionPlan plan;
    private final LinkFactory links;
    private final OutcomeStore store;
    private final InstantSource clock;
    private final String instance;
    private final AtomicLong revision = new AtomicLong();
    private final Map<PrinterId, MonitoringSession> sessions = new LinkedHashMap<>();

    /**
     * A farm without printers.
     *
     * @param plan how each of them is measured
     * @param instance id of this installation of Linkscope
     */
    public Farm(
            SessionPlan plan,
            LinkFactory links,
            OutcomeStore store,
            InstantSource clock,
            String instance) {
        this.plan = plan;
        this.links = links;
        this.store = store;
        this.clock = clock;
        this.instance = instance;
    }

    @Override
    public long revision() {
        return revision.get();
    }

    @Override
    public List<SessionSnapshot> snapshots() {
        return copy().stream().map(MonitoringSession::snapshot).toList();
    }

    @Override
    public Optional<SessionSnapshot> snapshot(PrinterId id) {
        return session(id).map(MonitoringSession::snapshot);
    }

    @Override
    public void add(Printer printer, LinkQuestions questions) {
        var session =
                new MonitoringSession(
                        printer,
                        plan,
                        links,
                        questions,
                        storeOf(printer),
                        clock,
                        instance,
                        revision::incrementAndGet);
        synchronized (sessions) {
            if (sessions.putIfAbsent(printer.id(), session) != null) {
                return;
            }
        }
        session.start();
        revision.incrementAndGet();
    }

    @Override
    public void remove(PrinterId id) {
        MonitoringSession session;
        synchronized (sessions) {
            session = sessions.remove(id);
        }
        if (session != null) {
            session.stop();
            revision.incrementAndGet();
        }
    }

    @Override
    public void retry(PrinterId id, LinkQuestions questions) {
        session(id).ifPresent(session -> session.retry(questions));
    }

    /**
     * Waits until every session has ended, as sessions with a finite plan do; false if some have
     * not by then.
     */
    public boolean awaitEnd(Duration longest) throws InterruptedException {
        long end = System.nanoTime() + longest.toNanos();
        for (MonitoringSession session : copy()) {
            Duration left = Duration.ofNanos(Math.max(1, end - System.nanoTime()));
            if (!session.awaitEnd(left)) {
                return false;
            }
        }
        return true;
    }

    /** Ends every session and waits shortly until the agents are told. */
    @Override
    public void close() {
        copy().forEach(MonitoringSession::stop);
        try {
            awaitEnd(GOODBYE);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private OutcomeStore storeOf(Printer printer) {
        return printer.target() instanceof Target.Simulated ? new ForgetfulStore() : store;
    }

    private List<MonitoringSession> copy() {
        synchronized (sessions) {
            return List.copyOf(sessions.values());
        }
    }

    private Optional<MonitoringSession> session(PrinterId id) {
        synchronized (sessions) {
            return Optional.ofNullable(sessions.get(id));
        }
    }
}
