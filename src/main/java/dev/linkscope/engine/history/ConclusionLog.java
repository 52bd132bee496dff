package dev.linkscope.engine.history;

import dev.linkscope.domain.diagnosis.Finding;
import dev.linkscope.domain.loss.PaneState;
import dev.linkscope.domain.printer.Target;
import dev.linkscope.engine.FarmControl;
import dev.linkscope.engine.RepeatedLook;
import dev.linkscope.engine.SessionSnapshot;
import dev.linkscope.engine.port.HistoryBook;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;

/**
 * Tells the book which causes are concluded to be at work. A session that has measured nothing yet
 * concludes nothing, so it ends nothing either.
 */
public final class ConclusionLog implements AutoCloseable {
    private static final Duration LOOK = Duration.ofSeconds(10);

    private final FarmControl farm;
    private final HistoryBook book;
    private final InstantSource clock;
    private final RepeatedLook looks = new RepeatedLook("conclusions", LOOK, this::look);
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
                // Also what goes on: the book takes what nobody confirms for over.
                book.concluded(session.printer().id(), now, concluded(session));
            }
        }
        // Only once all went well: what could not be written is tried again.
        seen = revision;
    }

    private static List<Finding> concluded(SessionSnapshot session) {
        return session.findings().stream().filter(Finding::supported).toList();
    }

    /** Looks no more; what was concluded last stays open, as nobody knows whether it ended. */
    @Override
    public void close() {
        looks.close();
    }
}
