package dev.linkscope.engine.history;

import dev.linkscope.domain.coverage.Trace;
import dev.linkscope.domain.fix.Span;
import dev.linkscope.domain.printer.PrinterId;
import dev.linkscope.engine.RecordedPane;
import dev.linkscope.engine.RecordedProbes;
import dev.linkscope.engine.port.OutcomeStore;
import dev.linkscope.engine.port.OutcomeStore.RecordedRun;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Reads outcomes of a span a day at a time: a week of one probe is some 60,000 of them, and whoever
 * else wants to read comes in between. Ends early, with a {@link CancellationException}, where its
 * thread is interrupted. Thread-safe.
 */
final class SpanReader {
    private static final Duration PART = Duration.ofDays(1);

    /** Nothing is kept for longer than thirteen months unless the user chose so. */
    private static final Duration REACH = Duration.ofDays(3 * 396);

    private final OutcomeStore store;

    SpanReader(OutcomeStore store) {
        this.store = store;
    }

    /**
     * The slots of a pane that were due in a span.
     *
     * @param beside counts the same outcomes; null if nobody does
     */
    Trace pane(PrinterId printer, String target, Span span, @Nullable RecordedProbes beside) {
        var pane = new RecordedPane(target);
        parts(
                printer,
                target,
                span,
                runs -> {
                    pane.add(runs);
                    if (beside != null) {
                        beside.add(runs);
                    }
                });
        return pane.trace();
    }

    /** Counts the outcomes of a probe. */
    void probe(PrinterId printer, String target, Span span, RecordedProbes probes) {
        parts(printer, target, span, probes::add);
    }

    private void parts(
            PrinterId printer, String target, Span span, Consumer<List<RecordedRun>> taking) {
        Instant earliest = span.to().minus(REACH);
        Instant from = span.from().isBefore(earliest) ? earliest : span.from();
        while (from.isBefore(span.to())) {
            if (Thread.currentThread().isInterrupted()) {
                throw new CancellationException();
            }
            Instant next = from.plus(PART);
            Instant to = next.isBefore(span.to()) ? next : span.to();
            taking.accept(store.read(printer, target, from, to));
            from = to;
        }
    }
}
