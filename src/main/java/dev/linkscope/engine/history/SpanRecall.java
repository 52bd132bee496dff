package dev.linkscope.engine.history;

import dev.linkscope.domain.Statement;
import dev.linkscope.domain.coverage.NotMeasured;
import dev.linkscope.domain.coverage.Slot;
import dev.linkscope.domain.coverage.Trace;
import dev.linkscope.domain.fact.Fact;
import dev.linkscope.domain.fix.Span;
import dev.linkscope.domain.printer.Printer;
import dev.linkscope.domain.printer.PrinterId;
import dev.linkscope.domain.probe.ProbeKind;
import dev.linkscope.engine.RecordedProbes;
import dev.linkscope.engine.RecordedSession;
import dev.linkscope.engine.SessionSnapshot;
import dev.linkscope.engine.port.FixPlans;
import dev.linkscope.engine.port.HistoryBook;
import dev.linkscope.engine.port.OutcomeStore;
import dev.linkscope.engine.port.OutcomeStore.LastRun;
import dev.linkscope.engine.port.ProbeSpec;
import dev.linkscope.stats.Thresholds;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Puts a printer's session over any span together from the history. The panes are read whole, a day
 * at a time; what is kept as sums alone is told and is in no figure. Its methods block.
 * Thread-safe.
 */
public final class SpanRecall {
    /** How far back single outcomes are read. */
    public static final Duration LONGEST = Duration.ofDays(31);

    /** What was read so long before the end of a span still holds for it. */
    private static final Duration CURRENT = Duration.ofHours(1);

    private static final Logger LOG = LoggerFactory.getLogger(SpanRecall.class);

    /** What rules take the server for, as a session states it. */
    private static final String SERVER = "server.address";

    private final OutcomeStore store;
    private final SpanReader reader;
    private final KeptSums sums;
    private final FixPlans plans;
    private final InstantSource clock;

    /** A recall from these. */
    public SpanRecall(OutcomeStore store, HistoryBook book, FixPlans plans, InstantSource clock) {
        this.store = store;
        this.reader = new SpanReader(store);
        this.sums = new KeptSums(book);
        this.plans = plans;
        this.clock = clock;
    }

    /**
     * The session of a printer that is not watched here.
     *
     * @throws RuntimeException if the history cannot be read
     */
    public SessionSnapshot of(Printer printer, Span span) {
        return of(unwatched(printer), span, span.length());
    }

    /** A printer that is not watched here, of which nothing was read but who measured it last. */
    public SessionSnapshot unwatched(Printer printer) {
        Optional<LastRun> last;
        try {
            last = store.latest(printer.id());
        } catch (RuntimeException e) {
            LOG.warn("it cannot be read who measured a printer last", e);
            last = Optional.empty();
        }
        return RecordedSession.unwatched(printer, last, clock.instant());
    }

    /**
     * The session over a span.
     *
     * @param now as it is shown now
     * @param span what ends later than now ends now
     * @param beside how much of its end the probes beside the panes are read of
     * @throws RuntimeException if the history cannot be read
     */
    public SessionSnapshot of(SessionSnapshot now, Span span, Duration beside) {
        return of(now, span, beside, Thresholds.by(now.server().figures().limits()));
    }

    /** The same, judged by these limits. */
    SessionSnapshot of(SessionSnapshot now, Span span, Duration beside, Thresholds limits) {
        store.flush();
        Printer printer = now.printer();
        Span asked = until(span, clock.instant());
        Span read = newest(asked, LONGEST);
        Span late = newest(read, beside);
        var probes = new RecordedProbes(late.length());
        boolean camera = printer.snapshot() != null;
        Trace server = reader.pane(printer.id(), RecordedSession.server(), read, probes);
        Trace webcam =
                camera
                        ? reader.pane(printer.id(), RecordedSession.webcam(), read, probes)
                        : Trace.EMPTY;
        for (ProbeSpec probe : RecordedSession.besidePanes(printer)) {
            reader.probe(printer.id(), probe.target(), late, probes);
        }
        PastFacts facts = facts(now, asked);
        List<Statement> notes = notes(printer.id(), asked, read, late, server);
        if (firstMeasured(server) != null) {
            facts.note().ifPresent(notes::add);
        }
        NotMeasured since = reasonSince(now, asked.to());
        return RecordedSession.of(
                now,
                new RecordedSession.Parts(
                        Padding.over(server, read, since),
                        Padding.over(webcam, read, since),
                        probes,
                        late.equals(read) ? probes : links(printer, server, late),
                        facts.facts(),
                        notes,
                        asked.to(),
                        limits),
                plans);
    }

    /** Router and references around each failed slot, also before what else is read of probes. */
    private RecordedProbes links(Printer printer, Trace server, Span late) {
        List<Span> failing = FailingHours.of(server, late);
        var links = new RecordedProbes(LONGEST);
        for (ProbeSpec probe : RecordedSession.besidePanes(printer)) {
            if (probe.kind() == ProbeKind.GATEWAY || probe.kind() == ProbeKind.INTERNET) {
                failing.forEach(span -> reader.probe(printer.id(), probe.target(), span, links));
            }
        }
        return links;
    }

    /** What held at the end of the span; of what nobody kept, what was read last. */
    private PastFacts facts(SessionSnapshot now, Span asked) {
        Printer printer = now.printer();
        List<Fact> latest = now.facts();
        if (latest.isEmpty()) {
            var stored = new ArrayList<>(store.facts(printer.id()));
            stored.removeIf(fact -> fact.key().equals(SERVER));
            stored.add(Fact.known(SERVER, printer.server().display(), null));
            latest = stored;
        }
        return asked.to().isBefore(clock.instant().minus(CURRENT))
                ? PastFacts.of(
                        latest,
                        store.readings(printer.id(), Set.of(), asked.to(), asked.to()),
                        asked)
                : new PastFacts(latest, Optional.empty());
    }

    private List<Statement> notes(
            PrinterId printer, Span asked, Span read, Span late, Trace server) {
        var notes = new ArrayList<Statement>();
        Instant first = firstMeasured(server);
        Span before = new Span(asked.from(), first == null ? asked.to() : first);
        sums.told(printer, before).ifPresent(notes::add);
        if (first == null) {
            notes.add(Statement.of("span.nothing"));
            return notes;
        }
        if (read.from().isAfter(asked.from())) {
            notes.add(Statement.of("span.cut", LONGEST));
        }
        if (late.from().isAfter(read.from())) {
            notes.add(Statement.of("span.beside", late.length()));
        }
        return notes;
    }

    private static @Nullable Instant firstMeasured(Trace trace) {
        return trace.slots().filter(Slot::measured).map(Slot::scheduled).findFirst().orElse(null);
    }

    /** Why nothing is measured since the last slot, if the span ends where the session stands. */
    private static NotMeasured reasonSince(SessionSnapshot now, Instant end) {
        Trace shown = now.server().trace();
        if (shown.isEmpty() || end.isBefore(shown.segments().getLast().start())) {
            return NotMeasured.NOT_ASKED;
        }
        NotMeasured reason = shown.segments().getLast().slots().getLast().reason();
        return reason == null ? NotMeasured.NOT_ASKED : reason;
    }

    private static Span until(Span span, Instant end) {
        if (!span.to().isAfter(end)) {
            return span;
        }
        return new Span(span.from().isBefore(end) ? span.from() : end, end);
    }

    private static Span newest(Span span, Duration most) {
        return span.length().compareTo(most) <= 0
                ? span
                : new Span(span.to().minus(most), span.to());
    }
}
