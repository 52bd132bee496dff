package dev.linkscope.engine.history;

import dev.linkscope.domain.Statement;
import dev.linkscope.domain.fix.Span;
import dev.linkscope.domain.printer.Target;
import dev.linkscope.engine.RecordedSession;
import dev.linkscope.engine.SessionSnapshot;
import dev.linkscope.engine.SideBySide;
import dev.linkscope.engine.port.FixPlans;
import dev.linkscope.engine.report.Progress;
import dev.linkscope.stats.Thresholds;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CancellationException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Sessions of several printers over one span, several at a time: while one is read, others are
 * judged. Its methods block. Thread-safe.
 */
public final class SpanSnapshots {
    private static final Logger LOG = LoggerFactory.getLogger(SpanSnapshots.class);

    /** Days of printers up to which every probe is read whole: some three seconds. */
    private static final long WHOLE_DAYS = 21;

    /** What the probes beside the panes are read of in larger reports: what the window shows. */
    private static final Duration LATE = Duration.ofHours(2);

    /**
     * In larger reports patterns are tested with fewer permutations: p is known to 0.001 instead of
     * 0.0001, and 50 printers take seconds instead of a minute.
     */
    private static final int PERMUTATIONS = 999;

    private final @Nullable SpanRecall recall;

    /**
     * Sessions from this recall.
     *
     * @param recall null where nothing is kept: spans are cut out of what is shown
     */
    public SpanSnapshots(@Nullable SpanRecall recall) {
        this.recall = recall;
    }

    /**
     * The sessions over a span, in the same order. One whose history cannot be read has nothing
     * measured and says so.
     *
     * @param sessions as they are shown now
     * @param progress told of each printer that is ready, on this thread
     * @throws CancellationException if nobody wants the rest
     */
    public List<SessionSnapshot> of(List<SessionSnapshot> sessions, Span span, Progress progress) {
        boolean whole = span.length().toHours() * sessions.size() <= 24 * WHOLE_DAYS;
        return SideBySide.map("span-recall", sessions, one -> over(one, span, whole), progress);
    }

    private SessionSnapshot over(SessionSnapshot now, Span span, boolean whole) {
        SpanRecall history = recall;
        if (history == null || now.printer().target() instanceof Target.Simulated) {
            return RecordedSession.within(now, span, FixPlans.NONE);
        }
        try {
            return whole
                    ? history.of(now, span, span.length())
                    : history.of(
                            now,
                            span,
                            LATE,
                            Thresholds.by(now.server().figures().limits())
                                    .withPermutations(PERMUTATIONS));
        } catch (CancellationException e) {
            throw e;
        } catch (RuntimeException e) {
            // One printer must not keep the others out of the report.
            LOG.warn("the history of a printer cannot be read", e);
            return RecordedSession.unread(now, Statement.of("span.unreadable"), span.to());
        }
    }
}
