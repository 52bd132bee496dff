package dev.linkscope.engine;

import dev.linkscope.domain.Statement;
import dev.linkscope.domain.diagnosis.Failure;
import dev.linkscope.domain.fact.Fact;
import dev.linkscope.domain.loss.RateLimits;
import dev.linkscope.domain.printer.Labels;
import dev.linkscope.domain.printer.Printer;
import dev.linkscope.domain.probe.TargetUrl;
import dev.linkscope.stats.CoincidenceStatement;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Publishes the snapshots of one session. Written by the session's thread, read by any. */
final class SnapshotMaker implements Approach.Meanwhile {
    private final Printer printer;
    private final SessionRecord record;
    private final Learned learned;
    private final InstantSource clock;
    private final Runnable onChange;
    private final Diagnostician diagnostician;
    private final PaneView server;
    private final Optional<PaneView> webcam;
    private LinkState link = LinkState.CONNECTING;
    private @Nullable Failure failure;
    private @Nullable Instant retryAt;
    private Pace pace = Pace.ALONE;
    private Labels labels;
    private long revision;
    private long shown;
    private volatile SessionSnapshot latest;

    /** A maker whose first snapshot says that the session is connecting. */
    SnapshotMaker(
            Printer printer,
            SessionRecord record,
            Learned learned,
            SessionContext context,
            Runnable onChange) {
        this.printer = printer;
        this.labels = printer.labels();
        this.record = record;
        this.learned = learned;
        this.clock = context.clock();
        this.onChange = onChange;
        this.diagnostician = new Diagnostician(record, context.plans());
        RateLimits limits = context.plan().rateLimits();
        this.server = new PaneView(printer.server(), context.judging(), limits);
        TargetUrl snapshot = printer.snapshot();
        this.webcam =
                Optional.ofNullable(snapshot)
                        .map(address -> new PaneView(address, context.judging(), limits));
        this.latest = make();
    }

    /** The latest snapshot. */
    SessionSnapshot latest() {
        return latest;
    }

    /**
     * From now on panes are judged by these limits, as soon as the session looks up. Any thread.
     */
    void judgeBy(RateLimits limits) {
        server.judgeBy(limits);
        webcam.ifPresent(view -> view.judgeBy(limits));
    }

    /** The printer is measured at this pace. */
    void paced(Pace now) {
        pace = now;
    }

    /** The session is on its way; an earlier failure stays visible until it has arrived. */
    @Override
    public void connecting() {
        become(LinkState.CONNECTING, failure, null);
    }

    /** The agent sends. */
    void measuring() {
        become(LinkState.MEASURING, null, null);
    }

    /** The link failed and is tried again at a time. */
    void waiting(Failure why, Instant until) {
        become(LinkState.WAITING, why, until);
    }

    /** The link failed and needs the user. */
    void failed(Failure why) {
        become(LinkState.FAILED, why, null);
    }

    /** The session has ended; a failure that ended it stays the last word. */
    void ended() {
        if (link != LinkState.FAILED) {
            become(LinkState.ENDED, link == LinkState.MEASURING ? null : failure, null);
        }
    }

    /** Whether something has come that the latest snapshot does not show yet. */
    boolean hasNews() {
        return server.hasNews()
                || webcam.map(PaneView::hasNews).orElse(false)
                || learned.edition().revision() != shown;
    }

    @Override
    public void showNews() {
        if (hasNews()) {
            publish();
        }
    }

    /** Something measured has changed. */
    void publish() {
        show(make());
        onChange.run();
    }

    /** The printer is sorted otherwise from now on. Any thread; returns at once. */
    void relabel(Labels other) {
        synchronized (this) {
            labels = other;
            show(latest);
        }
        onChange.run();
    }

    /** Made without the lock, as that takes long; labelled under it. */
    private synchronized void show(SessionSnapshot made) {
        latest = made.labelled(labels, ++revision);
    }

    private void become(LinkState state, @Nullable Failure why, @Nullable Instant until) {
        link = state;
        failure = why;
        retryAt = until;
        diagnostician.hurry();
        publish();
    }

    private SessionSnapshot make() {
        Instant now = clock.instant();
        PaneSnapshot serverPane = pane(server, ProbePlan.SERVER, now);
        PaneSnapshot webcamPane =
                webcam.map(view -> pane(view, ProbePlan.WEBCAM, now)).orElse(null);
        Learned.Edition told = learned.edition();
        if (told.revision() != shown) {
            shown = told.revision();
            diagnostician.hurry();
            told.facts().forEach(fact -> record.circumstances().seen(fact, now));
        }
        var notes = new OwnNotes(printer, record, pace);
        List<Fact> facts = Stream.concat(told.facts().stream(), notes.facts().stream()).toList();
        Diagnostician.Diagnosis diagnosis =
                diagnostician.of(now, pace.printers(), serverPane, webcamPane, facts, told);
        return new SessionSnapshot(
                printer,
                revision,
                now,
                link,
                failure,
                retryAt,
                record.agent(),
                serverPane,
                webcamPane,
                diagnosis.probes(),
                facts,
                diagnosis.side(),
                diagnosis.chain(),
                said(notes, diagnosis.side()),
                Headline.of(failure, serverPane, webcamPane, diagnosis.findings()),
                diagnosis.findings(),
                record.outcomes(),
                record.lost());
    }

    /** Notes on the measuring, and what outages fell together with. */
    private static List<Statement> said(OwnNotes notes, SideEvidence side) {
        return Stream.concat(
                        side.coincidences().stream().map(CoincidenceStatement::of),
                        notes.statements().stream())
                .toList();
    }

    /** What was measured, and while the link is down the hole that grows since. */
    private PaneSnapshot pane(PaneView view, String target, Instant now) {
        PaneTape tape = record.tape(target);
        boolean growing = link != LinkState.MEASURING && failure != null;
        return growing ? view.of(tape.traceUntil(now, record.trail().hole())) : view.of(tape);
    }
}
