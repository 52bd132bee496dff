package dev.linkscope.engine;

import dev.linkscope.domain.diagnosis.Failure;
import dev.linkscope.domain.diagnosis.FailureCode;
import dev.linkscope.domain.printer.Printer;
import dev.linkscope.domain.probe.ClockReading;
import dev.linkscope.domain.probe.ProbeKind;
import dev.linkscope.engine.port.AgentChannel;
import dev.linkscope.engine.port.AgentFrame;
import dev.linkscope.engine.port.AgentLink;
import dev.linkscope.engine.port.AgentRequest;
import dev.linkscope.engine.port.ConnectProgress;
import dev.linkscope.engine.port.ConnectStep;
import dev.linkscope.engine.port.LinkException;
import dev.linkscope.engine.port.Position;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Deque;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/**
 * Agents that measure once a second whoever listens, and always well, behind a network of which
 * parts can be taken away. Counts who comes.
 */
final class AgentsBehindANetwork {
    static final Duration CADENCE = Duration.ofSeconds(1);

    /** A login; what is not there is noticed after so long too. */
    private static final Duration TRIP = Duration.ofMillis(40);

    /** The links break within so long after the network did. */
    private static final int NOTICED_MILLIS = 500;

    private final InstantSource clock;
    private final long begun = System.nanoTime();
    private final Set<String> cut = ConcurrentHashMap.newKeySet();
    private final Collection<String> attempts = new ConcurrentLinkedQueue<>();
    private final AtomicInteger underWay = new AtomicInteger();
    private final AtomicInteger most = new AtomicInteger();

    AgentsBehindANetwork(InstantSource clock) {
        this.clock = clock;
    }

    /** These can no longer be reached. */
    void cut(Collection<Printer> printers) {
        printers.forEach(printer -> cut.add(printer.name()));
    }

    /** All can be reached. */
    void mend() {
        cut.clear();
    }

    /** Names of those that tried to connect since the last call, once each time. */
    List<String> attempts() {
        List<String> all = List.copyOf(attempts);
        attempts.clear();
        return all;
    }

    /** Most attempts that were under way at once. */
    int mostAtOnce() {
        return most.get();
    }

    AgentLink link(Printer printer) {
        return (request, progress) -> open(printer, request, progress);
    }

    private AgentChannel open(Printer printer, AgentRequest request, ConnectProgress progress)
            throws LinkException {
        attempts.add(printer.name());
        most.accumulateAndGet(underWay.incrementAndGet(), Math::max);
        try {
            try {
                Thread.sleep(TRIP);
            } finally {
                underWay.decrementAndGet();
            }
            if (cut.contains(printer.name())) {
                throw failure(printer, FailureCode.UNREACHABLE);
            }
            progress.done(ConnectStep.LOGIN, "publickey", TRIP);
            return new Channel(printer, request.from());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw failure(printer, FailureCode.CANCELLED);
        }
    }

    private static LinkException failure(Printer printer, FailureCode code) {
        return new LinkException(Failure.of(code, printer.name()), ConnectStep.REACH, null);
    }

    private long bootMillis() {
        return Duration.ofNanos(System.nanoTime() - begun).toMillis();
    }

    private ClockReading reading() {
        return new ClockReading(bootMillis(), clock.instant());
    }

    private final class Channel implements AgentChannel {
        private final Printer printer;
        private final Deque<AgentFrame> frames = new ArrayDeque<>();
        private long slot;
        private long beats;
        private long cutAt;
        private boolean stopped;

        Channel(Printer printer, @Nullable Position from) {
            this.printer = printer;
            slot = from == null ? 0 : from.sequence();
            beats = bootMillis();
            frames.add(
                    ScriptedLink.hello(
                            "p-" + printer.name(), "boot", clock.instant(), bootMillis()));
            frames.add(
                    new AgentFrame.Subscribed(
                            "s",
                            "run-" + printer.name(),
                            1,
                            slot + 1,
                            List.of(
                                    new AgentFrame.Schedule(
                                            ProbePlan.SERVER, ProbeKind.SERVER_HTTP, 0, CADENCE))));
        }

        @Override
        public @Nullable AgentFrame poll(Duration wait) throws LinkException {
            long now = bootMillis();
            breakIfCut(now);
            if (stopped) {
                return new AgentFrame.Bye("stopped");
            }
            if (!frames.isEmpty()) {
                return frames.removeFirst();
            }
            if (slot * CADENCE.toMillis() + 20 <= now) {
                long due = slot * CADENCE.toMillis();
                return new AgentFrame.Observed(Outcomes.ok(ProbePlan.SERVER, slot++, due, 20));
            }
            if (now >= beats) {
                beats = now + 1_000;
                return new AgentFrame.Heartbeat(slot, reading(), 1, 1, 1, 1, 1);
            }
            try {
                Thread.sleep(Math.min(wait.toMillis(), 100));
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw failure(printer, FailureCode.CANCELLED);
            }
            return null;
        }

        private void breakIfCut(long now) throws LinkException {
            if (!cut.contains(printer.name())) {
                return;
            }
            if (cutAt == 0) {
                cutAt = now + ThreadLocalRandom.current().nextInt(NOTICED_MILLIS);
            }
            if (now >= cutAt) {
                throw failure(printer, FailureCode.LINK_SILENT);
            }
        }

        @Override
        public void renew() {}

        @Override
        public void stop() {
            stopped = true;
        }

        @Override
        public void close() {}
    }
}
