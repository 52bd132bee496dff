package dev.linkscope.engine;

import dev.linkscope.domain.diagnosis.WitnessRow;
import dev.linkscope.domain.past.PastRecord;
import dev.linkscope.domain.plugin.PluginReport;
import dev.linkscope.domain.printer.Labels;
import dev.linkscope.domain.printer.Printer;
import dev.linkscope.domain.printer.PrinterId;
import dev.linkscope.domain.printer.Target;
import dev.linkscope.engine.port.FixPlans;
import dev.linkscope.engine.port.LinkFactory;
import dev.linkscope.engine.port.LinkQuestions;
import dev.linkscope.engine.port.OutcomeStore;
import dev.linkscope.engine.port.PrinterApi;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import java.util.function.Function;

/** The sessions of all printers that are watched. */
public final class Farm implements FarmControl, AutoCloseable {
    private final OutcomeStore store;
    private final InstantSource clock;
    private final JudgingThread judging = new JudgingThread();
    private SessionPlan plan;
    private ServerBudget budget;
    private volatile SessionContext context;
    private final AtomicLong revision = new AtomicLong();
    private final Map<PrinterId, MonitoringSession> sessions = new LinkedHashMap<>();
    private Set<PrinterId> fixesWatched = Set.of();
    private final HandOvers handOvers = new HandOvers();

    /** A farm without printers, whose findings name no plans. */
    public Farm(
            SessionPlan plan,
            LinkFactory links,
            OutcomeStore store,
            InstantSource clock,
            String instance) {
        this(plan, links, store, clock, instance, FixPlans.NONE);
    }

    /**
     * A farm without printers.
     *
     * @param plan how each of them is measured
     * @param instance id of this installation of Linkscope
     * @param plans names the plan of each finding
     */
    public Farm(
            SessionPlan plan,
            LinkFactory links,
            OutcomeStore store,
            InstantSource clock,
            String instance,
            FixPlans plans) {
        this.plan = plan;
        this.store = store;
        this.clock = clock;
        this.budget = new ServerBudget(plan.manners().serverRequestsPerSecond());
        this.context =
                new SessionContext(
                        plan,
                        links,
                        clock,
                        judging,
                        new LoginGate(System::nanoTime),
                        instance,
                        plans);
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
        addAll(List.of(printer), _ -> questions);
    }

    @Override
    public void addAll(List<Printer> printers, Function<Printer, LinkQuestions> questions) {
        var begun = new ArrayList<MonitoringSession>();
        synchronized (sessions) {
            for (Printer printer : printers) {
                if (!sessions.containsKey(printer.id())) {
                    MonitoringSession session = session(printer, questions.apply(printer));
                    session.asking().watchFix(fixesWatched.contains(printer.id()));
                    sessions.put(printer.id(), session);
                    begun.add(session);
                }
            }
            pace();
        }
        begun.forEach(MonitoringSession::start);
        revision.incrementAndGet();
    }

    private MonitoringSession session(Printer printer, LinkQuestions questions) {
        return new MonitoringSession(
                printer, context, questions, storeOf(printer), revision::incrementAndGet);
    }

    @Override
    public void remove(PrinterId id) {
        MonitoringSession session;
        synchronized (sessions) {
            session = sessions.remove(id);
            pace();
        }
        if (session != null) {
            session.stop();
            handOvers.leaves(session);
            revision.incrementAndGet();
        }
    }

    @Override
    public void remeasure(Printer printer, LinkQuestions questions) {
        MonitoringSession before;
        MonitoringSession next;
        synchronized (sessions) {
            before = sessions.get(printer.id());
            if (before == null || before.snapshot().printer().equals(printer)) {
                return;
            }
            next = follow(printer, questions);
        }
        before.leave();
        // The agent takes the same subscription up with other probes, once nobody holds it.
        handOvers.after(before, store::flush, next);
        revision.incrementAndGet();
    }

    @Override
    public void forgetPast(PrinterId id, LinkQuestions questions, Consumer<Boolean> told) {
        MonitoringSession before;
        MonitoringSession next;
        synchronized (sessions) {
            before = sessions.get(id);
            if (before == null) {
                told.accept(false);
                return;
            }
            next = follow(before.snapshot().printer(), questions);
        }
        // What the agent remembers is to be gone too.
        before.stop();
        OutcomeStore kept = storeOf(next.snapshot().printer());
        handOvers.after(before, () -> told.accept(kept.forget(id)), next);
        revision.incrementAndGet();
    }

    /** Puts a session that has not begun in the place of the printer's own; holds the lock. */
    private MonitoringSession follow(Printer printer, LinkQuestions questions) {
        MonitoringSession next = session(printer, questions);
        next.asking().watchFix(fixesWatched.contains(printer.id()));
        sessions.put(printer.id(), next);
        pace();
        return next;
    }

    @Override
    public void replan(SessionPlan wished) {
        synchronized (sessions) {
            SessionPlan next = plan.behavingAs(wished);
            if (next.equals(plan)) {
                return;
            }
            boolean paced =
                    next.manners().serverRequestsPerSecond()
                            != plan.manners().serverRequestsPerSecond();
            plan = next;
            context = context.with(next);
            if (paced) {
                budget = new ServerBudget(next.manners().serverRequestsPerSecond());
                pace();
            }
            Duration pause = Duration.ZERO;
            for (MonitoringSession session : sessions.values()) {
                session.replan(next, pause);
                if (paced) {
                    session.asking().hurryPace(pause);
                }
                pause = pause.plus(Pace.APART);
            }
        }
        revision.incrementAndGet();
    }

    /** Tells every session how many others ask its server. */
    private void pace() {
        List<Printer> printers =
                sessions.values().stream().map(session -> session.snapshot().printer()).toList();
        Map<PrinterId, Pace> paces = budget.paces(printers, !plan.finite());
        sessions.forEach(
                (id, session) -> session.asking().want(paces.getOrDefault(id, Pace.ALONE)));
    }

    @Override
    public void retry(PrinterId id, LinkQuestions questions) {
        session(id).ifPresent(session -> session.retry(questions));
    }

    @Override
    public void watchFixes(Set<PrinterId> printers) {
        synchronized (sessions) {
            fixesWatched = Set.copyOf(printers);
            sessions.forEach((id, session) -> session.asking().watchFix(fixesWatched.contains(id)));
        }
    }

    @Override
    public void relabel(PrinterId id, Labels labels) {
        session(id).ifPresent(session -> session.relabel(labels));
    }

    @Override
    public void learned(PrinterId id, PrinterApi.Reading reading) {
        session(id)
                .ifPresent(session -> {
                    OutcomeStore kept = storeOf(session.snapshot().printer());
                    reading.facts().forEach(fact -> kept.fact(id, fact, clock.instant()));
                    session.learned().reading(reading);
                });
    }

    @Override
    public void recalled(PrinterId id, List<PastRecord> logs) {
        session(id).ifPresent(session -> session.learned().logs(logs));
    }

    @Override
    public void learned(PrinterId id, PluginReport report) {
        session(id).ifPresent(session -> session.learned().plugin(report));
    }

    @Override
    public void witnessed(PrinterId id, List<WitnessRow> rows) {
        session(id).ifPresent(session -> session.learned().witness(rows));
    }

    /**
     * Waits until every session has ended, as sessions with a finite plan do; false if some have
     * not by then.
     */
    public boolean awaitEnd(Duration longest) throws InterruptedException {
        return Goodbyes.await(copy(), longest);
    }

    /**
     * Ends every session and waits shortly until the agents are told that are to end; those that
     * may measure while Linkscope is closed go on.
     */
    @Override
    public void close() {
        copy().forEach(MonitoringSession::leave);
        try {
            handOvers.await(copy());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        judging.close();
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
