package dev.linkscope.engine.history;

import dev.linkscope.domain.diagnosis.Finding;
import dev.linkscope.domain.diagnosis.Severity;
import dev.linkscope.domain.history.FindingSpan;
import dev.linkscope.domain.loss.PaneState;
import dev.linkscope.domain.printer.PrinterId;
import dev.linkscope.domain.printer.Target;
import dev.linkscope.engine.FarmControl;
import dev.linkscope.engine.RepeatedLook;
import dev.linkscope.engine.SessionSnapshot;
import dev.linkscope.engine.port.HistoryBook;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Writes down which causes are concluded to be at work, whenever that changes. After a restart it
 * goes on with what the book has as not ended. A session that has measured nothing yet concludes
 * nothing, so it ends nothing either.
 */
public final class ConclusionLog implements AutoCloseable {
    private static final Duration LOOK = Duration.ofSeconds(10);

    private final FarmControl farm;
    private final HistoryBook book;
    private final InstantSource clock;
    private final RepeatedLook looks = new RepeatedLook("conclusions", LOOK, this::look);
    private final Map<PrinterId, Map<String, Severity>> written = new HashMap<>();
    private long seen = -1;

    /** A log that does nothing before {@link #start()} or {@link #look()}. */
    public ConclusionLog(FarmControl farm, HistoryBook book, InstantSource clock) {
        this.farm = farm;
        this.book = book;
        this.clock = clock;
    }

    /** Looks now, and every ten seconds from now on, on a thread of its own. */
    public void start() {
        looks.start();
    }

    /** Looks once. Writes to the history. */
    public synchronized void look() {
        long revision = farm.revision();
        if (revision == seen) {
            return;
        }
        Instant now = clock.instant();
        List<SessionSnapshot> sessions = farm.snapshots();
        for (SessionSnapshot session : sessions) {
            boolean judged = session.server().figures().state() != PaneState.NO_DATA;
            if (judged && !(session.printer().target() instanceof Target.Simulated)) {
                look(session, now);
            }
        }
        // Only once all went well: what could not be written is tried again.
        seen = revision;
    }

    private void look(SessionSnapshot session, Instant now) {
        PrinterId printer = session.printer().id();
        List<Finding> concluded = session.findings().stream().filter(Finding::supported).toList();
        Map<String, Severity> causes = new HashMap<>();
        concluded.forEach(
                finding -> causes.merge(finding.rule(), finding.severity(), ConclusionLog::worse));
        Map<String, Severity> known = written.computeIfAbsent(printer, id -> open(id, now));
        if (!causes.equals(known)) {
            book.concluded(printer, now, concluded);
            written.put(printer, causes);
        }
    }

    /** What the book has as not ended. */
    private Map<String, Severity> open(PrinterId printer, Instant now) {
        Map<String, Severity> open = new HashMap<>();
        for (FindingSpan span : book.findings(printer, now, now.plusMillis(1))) {
            if (span.to() == null) {
                open.merge(span.rule(), span.severity(), ConclusionLog::worse);
            }
        }
        return open;
    }

    private static Severity worse(Severity one, Severity other) {
        return one.compareTo(other) >= 0 ? one : other;
    }

    /** Looks no more; what was concluded last stays open, as nobody knows whether it ended. */
    @Override
    public void close() {
        looks.close();
    }
}
