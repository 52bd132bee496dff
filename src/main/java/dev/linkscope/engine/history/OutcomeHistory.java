package dev.linkscope.engine.history;

import dev.linkscope.domain.fix.Span;
import dev.linkscope.domain.history.TimedOutcome;
import dev.linkscope.domain.printer.Printer;
import dev.linkscope.domain.probe.ClockMap;
import dev.linkscope.domain.probe.ClockReading;
import dev.linkscope.domain.probe.Outcome;
import dev.linkscope.engine.RecordedSession;
import dev.linkscope.engine.port.OutcomeStore;
import dev.linkscope.engine.port.OutcomeStore.RecordedRun;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CancellationException;

/** Reads single outcomes of a printer from the newest back. Thread-safe. */
final class OutcomeHistory {
    private static final Comparator<TimedOutcome> NEWEST_FIRST =
            Comparator.comparing(TimedOutcome::at)
                    .thenComparingLong(timed -> timed.outcome().sequence())
                    .reversed();

    private static final Duration SHORTEST = Duration.ofHours(1);
    private static final Duration LONGEST = Duration.ofDays(7);

    /** Nothing is kept for longer than thirteen months unless the user chose so. */
    private static final Duration REACH = Duration.ofDays(3 * 396);

    private final OutcomeStore store;

    OutcomeHistory(OutcomeStore store) {
        this.store = store;
    }

    /** The newest outcomes of a span: what lies farther back than they is not read. */
    List<TimedOutcome> newest(Printer printer, Set<String> targets, Span span, int most) {
        Set<String> asked = targets.isEmpty() ? RecordedSession.targets(printer) : targets;
        Instant earliest = span.to().minus(REACH);
        Instant from = span.from().isBefore(earliest) ? earliest : span.from();
        var found = new ArrayList<TimedOutcome>();
        Duration step = SHORTEST;
        Instant end = span.to();
        while (end.isAfter(from) && found.size() < most) {
            Instant begin = end.minus(step).isBefore(from) ? from : end.minus(step);
            int before = found.size();
            for (String target : asked) {
                if (Thread.currentThread().isInterrupted()) {
                    throw new CancellationException();
                }
                store.read(printer.id(), target, begin, end).forEach(run -> add(run, found));
            }
            if (4 * (found.size() - before) < most && step.compareTo(LONGEST) < 0) {
                step = step.multipliedBy(2);
            }
            end = begin;
        }
        found.sort(NEWEST_FIRST);
        return List.copyOf(found.subList(0, Math.min(found.size(), Math.max(0, most))));
    }

    private static void add(RecordedRun run, List<TimedOutcome> found) {
        ClockReading clock = ClockMap.newest(run.clocks());
        for (Outcome outcome : run.outcomes()) {
            found.add(
                    new TimedOutcome(
                            clock.utcOf(outcome.startMillis()),
                            Duration.ofMillis(outcome.endMillis() - outcome.startMillis()),
                            outcome));
        }
    }
}
