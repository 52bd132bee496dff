package dev.linkscope.ui;

import dev.linkscope.domain.coverage.Trace;
import dev.linkscope.domain.fact.Fact;
import dev.linkscope.domain.fix.FixPane;
import dev.linkscope.domain.fix.Span;
import dev.linkscope.domain.history.FactReading;
import dev.linkscope.domain.history.PaneTimeline;
import dev.linkscope.domain.history.TimedOutcome;
import dev.linkscope.domain.printer.PrinterId;
import dev.linkscope.domain.probe.Outcome;
import dev.linkscope.domain.probe.Phase;
import dev.linkscope.domain.probe.ProbeKind;
import dev.linkscope.domain.probe.SlotState;
import dev.linkscope.domain.probe.Timings;
import dev.linkscope.engine.SessionSnapshot;
import dev.linkscope.engine.history.Timelines;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** A history made by hand: the router every 5 s, the server every 10 s, both up to a moment. */
public final class FakeTimelines implements Timelines {
    private static final Duration LENGTH = Duration.ofHours(6);

    /** What was asked of the attempts: targets and how many. */
    public final List<String> asked = new CopyOnWriteArrayList<>();

    /** Holds reading up until it is counted down. */
    public volatile CountDownLatch gate = new CountDownLatch(0);

    /** Says this instead of reading; null while all is well. */
    public volatile String broken;

    /** The newest moment that it knows. */
    public volatile Instant newest = FakeSnapshots.NOW;

    /** How the signal was, each minute. */
    public volatile boolean silent;

    @Override
    public PaneTimeline pane(SessionSnapshot now, FixPane pane, Span span, int columns) {
        return new PaneTimeline(span, Trace.EMPTY, List.of(), List.of(), List.of(), false);
    }

    @Override
    public Optional<SessionSnapshot> judged(SessionSnapshot now, Span span) {
        return Optional.of(now);
    }

    @Override
    public List<FactReading> readings(PrinterId printer, Set<String> keys, Span span)
            throws IOException {
        pass();
        var readings = new ArrayList<FactReading>();
        long minutes = span.length().toMinutes();
        for (int i = 0; i <= minutes && !silent; i++) {
            Instant at = span.from().plus(Duration.ofMinutes(i));
            for (String key : keys) {
                reading(key, i).map(fact -> new FactReading(at, fact)).ifPresent(readings::add);
            }
        }
        return readings;
    }

    private static Optional<Fact> reading(String key, int minute) {
        return switch (key) {
            case "wifi.signal" ->
                    Optional.of(Fact.known(key, Integer.toString(-79 + minute % 7), "dBm"));
            case "host.temperature" ->
                    Optional.of(Fact.known(key, Integer.toString(52 + minute % 11), "C"));
            case "power.undervoltage.now" ->
                    Optional.of(Fact.known(key, Boolean.toString(minute % 40 < 3), null));
            default -> Optional.empty();
        };
    }

    @Override
    public List<TimedOutcome> outcomes(
            SessionSnapshot now, Set<String> targets, Span span, int most) throws IOException {
        asked.add(new TreeSet<>(targets) + " " + most);
        pass();
        var all = new ArrayList<TimedOutcome>();
        Instant oldest = newest.minus(LENGTH);
        Instant from = span.from().isAfter(oldest) ? span.from() : oldest;
        long sequence = newest.getEpochSecond();
        for (Instant at = newest;
                !at.isBefore(from) && all.size() < most;
                at = at.minusSeconds(5)) {
            boolean ten = at.getEpochSecond() % 10 == newest.getEpochSecond() % 10;
            if (at.isBefore(span.to()) && ten && wanted(targets, "server")) {
                all.add(outcome(at, sequence--, "server", ProbeKind.SERVER_HTTP));
            }
            if (at.isBefore(span.to()) && wanted(targets, "gateway") && all.size() < most) {
                all.add(outcome(at, sequence--, "gateway", ProbeKind.GATEWAY));
            }
        }
        return all;
    }

    private static boolean wanted(Set<String> targets, String target) {
        return targets.isEmpty() || targets.contains(target);
    }

    private void pass() throws IOException {
        try {
            if (!gate.await(10, TimeUnit.SECONDS)) {
                throw new IOException("nobody opened the gate");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        if (broken != null) {
            throw new IOException(broken);
        }
    }

    /** An attempt; the server fails for a minute of every four, once in a while unmeasured. */
    public static TimedOutcome outcome(Instant at, long sequence, String target, ProbeKind kind) {
        boolean server = kind == ProbeKind.SERVER_HTTP;
        boolean failed = server && at.getEpochSecond() % 240 < 60;
        boolean blind = !failed && at.getEpochSecond() % 1210 < 5;
        SlotState state = failed ? SlotState.FAILED : blind ? SlotState.NOT_MEASURED : SlotState.OK;
        return new TimedOutcome(
                at,
                Duration.ofMillis(failed ? 10_000 : 140),
                new Outcome(
                        sequence,
                        target,
                        kind,
                        sequence,
                        0,
                        140,
                        state,
                        failed ? Phase.CONNECT : null,
                        failed ? "timeout" : blind ? "skipped" : null,
                        Timings.ofTotal(140_000),
                        server
                                ? Map.of("address", "203.0.113.20", "family", "4", "status", "401")
                                : Map.of("address", "192.168.1.1", "via", "icmp")));
    }
}
