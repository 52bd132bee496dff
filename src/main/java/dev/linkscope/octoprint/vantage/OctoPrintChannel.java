package dev.linkscope.octoprint.vantage;

import dev.linkscope.domain.fact.Fact;
import dev.linkscope.domain.probe.ClockReading;
import dev.linkscope.domain.probe.Phase;
import dev.linkscope.domain.probe.ProbeKind;
import dev.linkscope.engine.port.AgentChannel;
import dev.linkscope.engine.port.AgentFrame;
import dev.linkscope.engine.port.AgentRequest;
import dev.linkscope.engine.port.LinkException;
import dev.linkscope.engine.port.PrinterApiException;
import dev.linkscope.engine.port.ProbeSpec;
import dev.linkscope.support.NamedThreads;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * The agent's part of a conversation, played on this computer. As soon as OctoPrint itself does not
 * answer, the channel ends: what was under way then was not measured, and is no failure.
 */
final class OctoPrintChannel implements AgentChannel {
    private static final int PROTOCOL = 1;
    private static final Duration HEARTBEAT = Duration.ofSeconds(5);
    private static final String LIMITS =
            "server.http, webcam.snapshot, dns alone; no WebSocket, no TLS detail, no Wi-Fi;"
                    + " nothing while Linkscope is closed";

    private final List<Line> lines;
    private final ConnectionTests tests;
    private final Duration lease;
    private final String subscription;
    private final String host;
    private final String process;
    private final Supplier<ClockReading> clock;
    private final Mailbox mailbox;
    private final Set<Thread> threads = ConcurrentHashMap.newKeySet();
    private final ScheduledExecutorService scheduler = NamedThreads.scheduler("octoprint-slots");
    private long sequence;
    private int unfinished;
    private boolean ending;
    private volatile long renewedAt;

    OctoPrintChannel(
            AgentRequest request,
            ConnectionTests tests,
            String host,
            String process,
            Supplier<ClockReading> clock,
            Duration leastCadence) {
        this.host = host;
        this.mailbox = new Mailbox(host);
        this.process = process;
        this.clock = clock;
        this.lease = request.lease();
        this.subscription = request.subscription();
        long now = now();
        this.tests = tests;
        var made = new ArrayList<Line>();
        for (ProbeSpec spec : request.probes()) {
            double place = made.size() / (double) request.probes().size();
            made.add(new Line(spec, tests, now, leastCadence, place));
        }
        this.lines = List.copyOf(made);
    }

    /** Greets and begins. */
    void begin(List<ProbeKind> leftOut) {
        mailbox.send(
                new AgentFrame.Hello(
                        PROTOCOL,
                        "octoprint",
                        process,
                        false,
                        "",
                        "",
                        clock.get(),
                        "",
                        OctoPrintLink.CAPABILITIES));
        String run = UUID.randomUUID().toString().substring(24);
        mailbox.send(
                new AgentFrame.Subscribed(
                        subscription, run, 1, 1, lines.stream().map(Line::schedule).toList()));
        if (!leftOut.isEmpty()) {
            mailbox.send(new AgentFrame.LeftOut(leftOut));
        }
        tell("vantage", "octoprint");
        tell("vantage.hint", "hint.ssh.enable");
        tell("agent.limits", LIMITS);
        renewedAt = now();
        synchronized (this) {
            unfinished = lines.size();
        }
        lines.forEach(line -> await(line, 0));
        ScheduledFuture<?> _ =
                scheduler.scheduleWithFixedDelay(
                        this::beat, 0, HEARTBEAT.toMillis(), TimeUnit.MILLISECONDS);
    }

    @Override
    public @Nullable AgentFrame poll(Duration wait) throws LinkException {
        return mailbox.poll(wait);
    }

    @Override
    public void renew() {
        renewedAt = now();
    }

    @Override
    public void stop() {
        bye("stopped");
    }

    @Override
    public void close() {
        mailbox.close();
        end(() -> {});
    }

    private long now() {
        return clock.get().bootMillis();
    }

    private void beat() {
        if (now() - renewedAt > lease.toMillis()) {
            bye("lease");
            return;
        }
        synchronized (this) {
            mailbox.send(new AgentFrame.Heartbeat(sequence, clock.get(), 0, 0, -1, 0, 0));
        }
    }

    private void await(Line line, long slot) {
        synchronized (this) {
            if (!ending) {
                ScheduledFuture<?> _ =
                        scheduler.schedule(
                                () -> due(line, slot),
                                Math.max(0, line.dueMillis(slot) - now()),
                                TimeUnit.MILLISECONDS);
            }
        }
    }

    private void due(Line line, long slot) {
        if (line.asks(slot)) {
            var attempt = new Attempt(line, slot, now());
            synchronized (this) {
                if (ending) {
                    return;
                }
                unfinished++;
                start("octoprint-" + line.spec().target() + "-" + slot, () -> make(attempt));
                ScheduledFuture<?> _ =
                        scheduler.schedule(
                                () -> overdue(attempt),
                                line.deadlineMillis(slot) - now(),
                                TimeUnit.MILLISECONDS);
            }
        }
        long next = line.after(slot, now());
        if (line.has(next)) {
            await(line, next);
        } else {
            finished();
        }
    }

    /** Work that ends with the channel. */
    private void start(String name, Runnable work) {
        Thread thread =
                NamedThreads.virtual(
                        name,
                        () -> {
                            try {
                                work.run();
                            } finally {
                                threads.remove(Thread.currentThread());
                            }
                        });
        threads.add(thread);
        thread.start();
    }

    private void make(Attempt attempt) {
        try {
            report(attempt, attempt.line().attempt(attempt.slot(), attempt::soFar));
        } catch (ConnectionTests.Busy e) {
            Verdict failure = attempt.soFar();
            report(attempt, failure == null ? Verdict.skipped("agent_busy") : failure);
        } catch (PrinterApiException e) {
            broken(e);
        } catch (RuntimeException e) {
            report(
                    attempt,
                    Verdict.skipped("agent_error")
                            .with(Map.of("type", e.getClass().getSimpleName())));
        }
        finished();
    }

    /**
     * At its deadline an attempt has failed, if only OctoPrint answers: otherwise it may be the way
     * to OctoPrint that hangs.
     */
    private void overdue(Attempt attempt) {
        if (attempt.isReported()) {
            return;
        }
        Verdict failure = attempt.soFar();
        if (failure != null) {
            report(attempt, failure);
            return;
        }
        synchronized (this) {
            if (!ending) {
                start("octoprint-alive", () -> stillThere(attempt));
            }
        }
    }

    private void stillThere(Attempt attempt) {
        try {
            String _ = tests.version();
            report(attempt, Verdict.failed(Phase.REQUEST, "timeout"));
        } catch (PrinterApiException e) {
            broken(e);
        }
    }

    private synchronized void report(Attempt attempt, Verdict verdict) {
        if (ending || !attempt.mayReport()) {
            return;
        }
        sequence++;
        mailbox.send(new AgentFrame.Observed(attempt.outcome(sequence, now(), verdict)));
    }

    private synchronized void tell(String key, String value) {
        sequence++;
        mailbox.send(new AgentFrame.FactSeen(Fact.known(key, value, null), sequence, now()));
    }

    /** A line or an attempt has come to its end. */
    private void finished() {
        boolean last;
        synchronized (this) {
            unfinished--;
            last = unfinished == 0;
        }
        if (last) {
            bye("finished");
        }
    }

    private void bye(String reason) {
        end(() -> mailbox.send(new AgentFrame.Bye(reason)));
    }

    private void broken(PrinterApiException problem) {
        end(() -> mailbox.end(Problems.of(problem, host, null)));
    }

    /** The first reason counts; nothing follows it. */
    private void end(Runnable last) {
        synchronized (this) {
            if (ending) {
                return;
            }
            ending = true;
            last.run();
        }
        scheduler.shutdownNow();
        threads.forEach(Thread::interrupt);
    }
}
