package dev.linkscope.ui.timeline;

import dev.linkscope.domain.coverage.Trace;
import dev.linkscope.domain.fix.Span;
import dev.linkscope.domain.history.FactReading;
import dev.linkscope.domain.history.HistorySize;
import dev.linkscope.domain.history.PaneTimeline;
import dev.linkscope.domain.printer.PrinterId;
import dev.linkscope.engine.PaneSnapshot;
import dev.linkscope.engine.SessionSnapshot;
import dev.linkscope.engine.port.Preferences.Limits;
import dev.linkscope.ui.common.Wording;
import dev.linkscope.ui.control.ChangeFlag;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import javafx.animation.PauseTransition;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** All lanes of a printer's page under one clock, and where they get what they show. */
public final class PageTimeline {
    private static final Logger LOG = LoggerFactory.getLogger(PageTimeline.class);

    /** What a page shows at first, and what the live trace holds. */
    private static final Duration USUAL = Duration.ofHours(2);

    /** The first slot is due a little after the measuring began. */
    private static final Duration SLACK = Duration.ofMinutes(1);

    /** While somebody turns the wheel nothing is read. */
    private static final javafx.util.Duration REST = javafx.util.Duration.millis(120);

    private final TimelineSource source;
    private final Wording wording;
    private final TimeView view = new TimeView(new Span(Instant.EPOCH, Instant.EPOCH), USUAL);
    private final PaneLanes server;
    private final PaneLanes webcam;
    private final PiLanes pi;
    private final TimelineBar bar;
    private final TimelineFeed feed;
    private final LivePane liveServer = new LivePane();
    private final LivePane liveWebcam = new LivePane();
    private final PauseTransition rest = new PauseTransition(REST);
    private TimelineFeed.@Nullable Loaded past;
    private @Nullable SessionSnapshot shown;
    private @Nullable Instant oldest;
    private Instant clock = Instant.EPOCH;
    private boolean growing;

    /** Lanes that show nothing yet. */
    public PageTimeline(TimelineSource source, Wording wording, LaneActions actions) {
        this.source = source;
        this.wording = wording;
        server = new PaneLanes(view, wording, wording.text("pane.server.title"), actions);
        webcam = new PaneLanes(view, wording, wording.text("pane.webcam.title"), actions);
        pi = new PiLanes(view, wording, actions);
        bar = new TimelineBar(view, wording, new Reading());
        feed = new TimelineFeed(source, PiLanes.FACTS, new Arrival());
        rest.setOnFinished(event -> read());
        view.shownProperty().subscribe(span -> moved());
    }

    private void moved() {
        if (!growing) {
            draw(false);
            rest.playFromStart();
        }
    }

    /** Shows a printer as it stood at {@code now}, by this computer's clock at {@code newClock}. */
    public void show(SessionSnapshot snapshot, Instant now, Instant newClock) {
        SessionSnapshot before = shown;
        boolean other = before == null || !before.printer().id().equals(snapshot.printer().id());
        shown = snapshot;
        clock = newClock;
        if (other) {
            past = null;
            oldest = null;
            feed.forget();
            findOldest(snapshot.printer().id());
        }
        if (other) {
            growing = true;
            view.reset(whole(snapshot, now));
            growing = false;
        }
        grow(whole(snapshot, now));
    }

    /** Begins anew with what is shown next, as with another printer. */
    public void forget() {
        shown = null;
    }

    private Span whole(SessionSnapshot snapshot, Instant now) {
        Instant live = liveFrom(snapshot, now);
        Instant from = oldest != null && oldest.isBefore(live) ? oldest : live;
        Instant end = end(snapshot.server().trace(), now);
        return new Span(from, end);
    }

    private static Instant end(Trace trace, Instant now) {
        // The last slot ends with its cadence, some seconds after it was measured.
        Instant end = trace.isEmpty() ? now : trace.segments().getLast().end();
        return end.isAfter(now) && end.isBefore(now.plus(SLACK)) ? end : now;
    }

    private static Instant liveFrom(SessionSnapshot snapshot, Instant now) {
        PaneSnapshot camera = snapshot.webcam();
        return Stream.of(snapshot.server().trace(), camera == null ? Trace.EMPTY : camera.trace())
                .filter(trace -> !trace.isEmpty())
                .map(trace -> trace.segments().getFirst().start())
                .filter(start -> !start.isAfter(now))
                .min(Instant::compareTo)
                .orElse(now);
    }

    private void findOldest(PrinterId printer) {
        if (!source.liveOnly()) {
            source.background()
                    .start(
                            "timeline-oldest",
                            () -> source.book().size(),
                            size -> found(printer, size),
                            problem -> LOG.warn("how far back is kept is not known", problem));
        }
    }

    private void found(PrinterId printer, HistorySize size) {
        SessionSnapshot now = shown;
        if (now != null && now.printer().id().equals(printer)) {
            oldest =
                    Stream.of(
                                    Optional.ofNullable(size.oldestOutcome()),
                                    Optional.ofNullable(size.oldestRollup()))
                            .flatMap(Optional::stream)
                            .min(Instant::compareTo)
                            .orElse(null);
            grow(whole(now, view.whole().to()));
        }
    }

    private void grow(Span whole) {
        growing = true;
        view.grow(whole);
        growing = false;
        draw(true);
        read();
    }

    /** Whether more is in view than the live trace holds. */
    private boolean beyond(SessionSnapshot snapshot) {
        Instant live = liveFrom(snapshot, view.whole().to());
        return !source.liveOnly()
                && view.shownProperty().get().from().isBefore(live.minus(SLACK))
                && view.whole().from().isBefore(live);
    }

    private void read() {
        SessionSnapshot now = shown;
        if (now != null) {
            feed.want(now, view, beyond(now), clock);
        }
    }

    /**
     * Hands the lanes what they show. Each draws by itself when the view moves.
     *
     * @param news whether more than the view has changed
     */
    private void draw(boolean news) {
        SessionSnapshot now = shown;
        if (now == null) {
            return;
        }
        boolean beyond = beyond(now);
        Span span = view.shownProperty().get();
        PaneTimeline read = past == null || !beyond ? null : past.server();
        PaneTimeline drawn = chosen(read, liveServer.of(now.server(), span));
        boolean same = server.shows(drawn) && !news;
        if (!same) {
            server.show(drawn, pattern(now.server()));
        }
        PaneSnapshot camera = now.webcam();
        if (camera != null) {
            PaneTimeline readCamera = past == null || !beyond ? null : past.webcam();
            PaneTimeline drawnCamera = chosen(readCamera, liveWebcam.of(camera, span));
            if (news || !webcam.shows(drawnCamera)) {
                webcam.show(drawnCamera, pattern(camera));
            }
        }
        if (!same) {
            List<FactReading> readings = past == null ? List.of() : past.readings();
            pi.show(readings, BlindSpans.of(drawn), source.liveOnly());
            bar.refresh();
        }
    }

    // Of made-up printers nothing is kept.
    private static PaneTimeline chosen(@Nullable PaneTimeline read, PaneTimeline live) {
        boolean nothing = read == null || (read.curve().isEmpty() && read.smoke().isEmpty());
        return read == null || nothing ? live : read;
    }

    private String pattern(PaneSnapshot pane) {
        return wording.text("pattern.title." + pane.figures().pattern().kind());
    }

    /** Shows changes and notes of a pane, and the same in words; those of both on the others. */
    public void showFlags(
            List<ChangeFlag> ofServer, String serverText, List<ChangeFlag> ofWebcam, String text) {
        server.showFlags(ofServer, serverText);
        webcam.showFlags(ofWebcam, text);
        pi.showFlags(Stream.concat(ofServer.stream(), ofWebcam.stream()).distinct().toList());
    }

    /** Nobody looks any more: nothing is read further. */
    public void leave() {
        rest.stop();
        feed.leave();
        view.point(null);
    }

    /** From now on the bands of the error rate meet at these rates. */
    public void limits(Limits limits) {
        server.limits(limits);
        webcam.limits(limits);
    }

    /** The clock of all lanes. */
    public TimeView view() {
        return view;
    }

    /** Chooses what is in view. */
    public TimelineBar bar() {
        return bar;
    }

    /** Lanes of the server pane. */
    public PaneLanes server() {
        return server;
    }

    /** Lanes of the webcam pane. */
    public PaneLanes webcam() {
        return webcam;
    }

    /** Lanes of the Pi. */
    public PiLanes pi() {
        return pi;
    }

    /** Draws the charts now, for pictures of windows that were never shown. */
    public void drawNow() {
        server.drawNow();
        webcam.drawNow();
    }

    private final class Reading implements TimelineBar.Reader {
        @Override
        public List<String> panes(Instant at) {
            SessionSnapshot now = shown;
            boolean camera = now != null && now.webcam() != null;
            return camera ? List.of(server.at(at), webcam.at(at)) : List.of(server.at(at));
        }

        @Override
        public String pi(Instant at) {
            return pi.at(at);
        }
    }

    private final class Arrival implements TimelineFeed.Receiver {
        @Override
        public void loaded(TimelineFeed.Loaded news) {
            past = news;
            draw(true);
        }

        @Override
        public void busy(boolean panes) {
            server.busy(panes);
            webcam.busy(panes);
        }

        @Override
        public void failed(String why) {
            String said = why.isEmpty() ? "" : wording.text("timeline.failed", why);
            server.complain(said);
            webcam.complain(said);
        }
    }
}
