package dev.linkscope.ui.timeline;

import dev.linkscope.domain.fix.FixPane;
import dev.linkscope.domain.fix.Span;
import dev.linkscope.domain.history.FactReading;
import dev.linkscope.domain.history.PaneTimeline;
import dev.linkscope.domain.printer.PrinterId;
import dev.linkscope.engine.SessionSnapshot;
import dev.linkscope.engine.history.Timelines;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Reads in the background what the lanes show beyond the live trace. The latest wish wins; the same
 * is read again at most every five seconds. Used on the window's thread.
 */
final class TimelineFeed {
    private static final Logger LOG = LoggerFactory.getLogger(TimelineFeed.class);
    private static final Duration AGAIN = Duration.ofSeconds(5);

    /** Half of it is in view: a column for two pixels of a wide pane. */
    private static final int COLUMNS = 600;

    /** What is in view may be this much shorter than what was read before it looks coarse. */
    private static final int COARSE = 4;

    private final TimelineSource source;
    private final Set<String> facts;
    private final Receiver receiver;
    private @Nullable Loaded loaded;
    private @Nullable Wish running;
    private @Nullable Wish failed;
    private @Nullable Thread work;
    private Instant askedAt = Instant.EPOCH;
    private long asked;

    /** What is told of the reading. */
    interface Receiver {
        /** Something was read. */
        void loaded(Loaded news);

        /** Whether panes are being read that were not shown before. */
        void busy(boolean panes);

        /** It could not be read; empty if it can. */
        void failed(String why);
    }

    /**
     * What was read.
     *
     * @param server null where the live trace was enough
     * @param webcam null likewise, or without a camera
     */
    record Loaded(
            Wish wish,
            @Nullable PaneTimeline server,
            @Nullable PaneTimeline webcam,
            List<FactReading> readings) {}

    /**
     * What is to be read.
     *
     * @param toNow whether it ends now
     * @param panes whether panes too, not facts alone
     */
    record Wish(PrinterId printer, Span span, boolean toNow, boolean panes) {
        boolean serves(Wish other) {
            return printer.equals(other.printer)
                    && (panes || !other.panes)
                    && !span.from().isAfter(other.span.from())
                    && (toNow || (!other.toNow && !span.to().isBefore(other.span.to())))
                    && span.length().compareTo(other.span.length().multipliedBy(COARSE)) <= 0;
        }
    }

    /**
     * A feed that has read nothing.
     *
     * @param facts names of facts that are read beside the panes
     */
    TimelineFeed(TimelineSource source, Set<String> facts, Receiver receiver) {
        this.source = source;
        this.facts = facts;
        this.receiver = receiver;
    }

    /**
     * Sees to it that what is in view is read, unless it has been.
     *
     * @param panes whether panes too, because the live trace does not reach back so far
     * @param clock the time now
     */
    void want(SessionSnapshot snapshot, TimeView view, boolean panes, Instant clock) {
        if (source.liveOnly()) {
            return;
        }
        Span shown = view.shownProperty().get();
        boolean toNow = !shown.to().isBefore(view.whole().to());
        var wish = new Wish(snapshot.printer().id(), shown, toNow, panes);
        boolean soon = Duration.between(askedAt, clock).abs().compareTo(AGAIN) < 0;
        if ((running != null && running.serves(wish))
                || (soon && failed != null && failed.serves(wish))) {
            return;
        }
        boolean known = loaded != null && loaded.wish().serves(wish);
        if (known && (!toNow || soon)) {
            return;
        }
        askedAt = clock;
        start(snapshot, widened(wish, view.whole()), !known && panes);
    }

    /** More than is in view, so that moving a little shows something at once. */
    private static Wish widened(Wish wish, Span whole) {
        Duration more = wish.span().length().dividedBy(2);
        Instant from = wish.span().from().minus(more);
        Instant to = wish.span().to().plus(more);
        return new Wish(
                wish.printer(),
                new Span(
                        from.isBefore(whole.from()) ? earlier(whole, wish) : from,
                        to.isAfter(whole.to()) ? wish.toNow() ? wish.span().to() : whole.to() : to),
                wish.toNow() || to.isAfter(whole.to()),
                wish.panes());
    }

    private static Instant earlier(Span whole, Wish wish) {
        return whole.from().isBefore(wish.span().from()) ? whole.from() : wish.span().from();
    }

    private void start(SessionSnapshot snapshot, Wish wish, boolean newPanes) {
        leave();
        long mine = asked;
        running = wish;
        receiver.busy(newPanes);
        work =
                source.background()
                        .start(
                                "timeline",
                                () -> read(snapshot, wish),
                                news -> ended(mine, () -> take(news)),
                                problem -> ended(mine, () -> fail(wish, problem)));
    }

    private Loaded read(SessionSnapshot snapshot, Wish wish) throws IOException {
        Timelines timelines = source.timelines();
        PaneTimeline server = null;
        PaneTimeline webcam = null;
        if (wish.panes()) {
            server = timelines.pane(snapshot, FixPane.SERVER, wish.span(), COLUMNS);
            if (snapshot.webcam() != null) {
                webcam = timelines.pane(snapshot, FixPane.WEBCAM, wish.span(), COLUMNS);
            }
        }
        return new Loaded(
                wish, server, webcam, timelines.readings(wish.printer(), facts, wish.span()));
    }

    private void ended(long mine, Runnable news) {
        if (mine == asked) {
            work = null;
            running = null;
            receiver.busy(false);
            news.run();
        }
    }

    private void take(Loaded news) {
        loaded = news;
        failed = null;
        receiver.failed("");
        receiver.loaded(news);
    }

    private void fail(Wish wish, Exception problem) {
        LOG.warn("the past of a printer could not be read", problem);
        failed = wish;
        String why = problem instanceof IOException ? problem.getMessage() : null;
        receiver.failed(why == null || why.isBlank() ? " " : why);
    }

    /** Reads no further: nobody looks any more. What was read stays. */
    void leave() {
        asked++;
        running = null;
        if (work != null) {
            work.interrupt();
            work = null;
        }
        receiver.busy(false);
    }

    /** Forgets what was read: another printer is shown. */
    void forget() {
        leave();
        loaded = null;
        failed = null;
        askedAt = Instant.EPOCH;
    }
}
