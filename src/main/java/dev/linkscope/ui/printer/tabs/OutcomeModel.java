package dev.linkscope.ui.printer.tabs;

import dev.linkscope.domain.fix.Span;
import dev.linkscope.domain.history.TimedOutcome;
import dev.linkscope.domain.printer.PrinterId;
import dev.linkscope.engine.SessionSnapshot;
import dev.linkscope.ui.common.Wording;
import dev.linkscope.ui.timeline.TimeView;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Which attempts are shown, and how they come: read and put into words in the background, one read
 * at a time. Used on the window's thread.
 */
final class OutcomeModel {
    private static final Logger LOG = LoggerFactory.getLogger(OutcomeModel.class);

    /** How many more are read at a time. */
    static final int PAGE = 1_000;

    /** More are not held: about 20 MB. */
    static final int MOST = 20_000;

    private static final Duration STEP = Duration.ofSeconds(10);

    /** So that following takes less than a twentieth of a core, however much is read. */
    private static final int REST = 20;

    private static final long LEAST_REST_NANOS = Duration.ofSeconds(1).toNanos();

    private final Wording wording;
    private final TimeView view;
    private final TabServices services;
    private final Runnable onChange;
    private OutcomeFilter filter = OutcomeFilter.ALL;
    private List<OutcomeRow> read = List.of();
    private List<OutcomeRow> wanted = List.of();
    private State state = State.LOADING;
    private String problem = "";
    private boolean live = true;
    private int limit = PAGE;
    private boolean reading;
    private boolean full;
    private long restUntil = Long.MIN_VALUE;
    private @Nullable Asked asked;
    private long generation;
    private long sifting;

    /** How it stands. */
    enum State {
        /** Nothing has come yet. */
        LOADING,
        /** What there is, is shown. */
        SHOWN,
        /** It could not be read. */
        FAILED,
        /** The report that was opened has no single attempts. */
        NOT_IN_REPORT
    }

    /** What was read last, or is being read. */
    private record Asked(
            PrinterId printer, long outcomes, Span span, @Nullable String target, int limit) {}

    /**
     * Nothing yet.
     *
     * @param onChange called whenever there is something else to show
     */
    OutcomeModel(Wording wording, TimeView view, TabServices services, Runnable onChange) {
        this.wording = wording;
        this.view = view;
        this.services = services;
        this.onChange = onChange;
    }

    /** The rows that are wanted, newest first. */
    List<OutcomeRow> rows() {
        return wanted;
    }

    /** How many were read. */
    int readCount() {
        return read.size();
    }

    State state() {
        return state;
    }

    /** Why it could not be read. */
    String problem() {
        return problem;
    }

    /** Whether there are older ones that may be read. */
    boolean hasMore() {
        return full && limit < MOST;
    }

    /** Whether there are older ones that are not read, as that would be too many. */
    boolean cutOff() {
        return full && limit >= MOST;
    }

    boolean live() {
        return live;
    }

    OutcomeFilter filter() {
        return filter;
    }

    /** Whether new attempts are shown as they come. */
    void follow(boolean now) {
        live = now;
    }

    /** Reads older ones too. */
    void more() {
        limit = Math.min(MOST, limit + PAGE);
    }

    /** Wants others. */
    void filter(OutcomeFilter now) {
        boolean sameProbe = Objects.equals(filter.target(), now.target());
        filter = now;
        if (!sameProbe) {
            limit = PAGE;
        }
        sift(read);
    }

    /** Looks whether there is something to be read. */
    void look(TabInput input) {
        SessionSnapshot snapshot = input.snapshot();
        if (input.recorded()) {
            asked = null;
            take(State.NOT_IN_REPORT, List.of());
            return;
        }
        var next =
                new Asked(
                        snapshot.printer().id(),
                        snapshot.outcomes(),
                        view.shownProperty().get(),
                        filter.target(),
                        limit);
        Asked last = asked;
        if (last != null && !last.printer().equals(next.printer())) {
            limit = PAGE;
            restUntil = Long.MIN_VALUE;
            generation++;
            reading = false;
            take(State.LOADING, List.of());
            next = new Asked(next.printer(), next.outcomes(), next.span(), next.target(), PAGE);
        }
        if (!reading && isNews(last, next)) {
            read(input, next);
        }
    }

    private boolean isNews(@Nullable Asked last, Asked next) {
        if (last == null
                || !last.printer().equals(next.printer())
                || last.limit() != next.limit()
                || !Objects.equals(last.target(), next.target())) {
            return true;
        }
        if (view.followingProperty().get() && isSameLength(last.span(), next.span())) {
            return live && last.outcomes() != next.outcomes() && System.nanoTime() > restUntil;
        }
        return differs(last.span(), next.span());
    }

    private static boolean isSameLength(Span one, Span other) {
        return one.length().minus(other.length()).abs().compareTo(STEP) < 0;
    }

    private static boolean differs(Span last, Span next) {
        return Duration.between(last.from(), next.from()).abs().compareTo(STEP) >= 0
                || Duration.between(last.to(), next.to()).abs().compareTo(STEP) >= 0;
    }

    private void read(TabInput input, Asked next) {
        asked = next;
        reading = true;
        long mine = ++generation;
        long begun = System.nanoTime();
        SessionSnapshot snapshot = input.snapshot();
        OutcomeFilter wish = filter;
        services.background()
                .start(
                        "outcomes",
                        () -> {
                            List<TimedOutcome> found =
                                    services.timelines()
                                            .outcomes(
                                                    snapshot,
                                                    wish.targets(),
                                                    next.span(),
                                                    next.limit());
                            return new OutcomeRows(wording, input.now()).of(found);
                        },
                        rows -> {
                            if (mine == generation) {
                                reading = false;
                                restUntil = rest(begun);
                                full = rows.size() >= next.limit();
                                take(State.SHOWN, rows);
                            }
                        },
                        failure -> {
                            if (mine == generation) {
                                reading = false;
                                restUntil = rest(begun);
                                failed(failure);
                            }
                        });
    }

    private static long rest(long begun) {
        long now = System.nanoTime();
        return now + Math.max(LEAST_REST_NANOS, REST * (now - begun));
    }

    private void failed(Exception failure) {
        LOG.warn("attempts could not be read", failure);
        problem = failure.getMessage() == null ? "" : failure.getMessage();
        full = false;
        take(State.FAILED, List.of());
    }

    private void take(State now, List<OutcomeRow> rows) {
        if (state == now && isSame(rows)) {
            return;
        }
        state = now;
        read = rows;
        sift(rows);
    }

    /** What comes late makes them more, so both ends tell; 20,000 rows are not compared. */
    private boolean isSame(List<OutcomeRow> rows) {
        return rows.size() == read.size()
                && (rows.isEmpty()
                        || (rows.getFirst().timed().equals(read.getFirst().timed())
                                && rows.getLast().timed().equals(read.getLast().timed())));
    }

    /** A page is sifted at once; more would hold up the window. */
    private void sift(List<OutcomeRow> rows) {
        long mine = ++sifting;
        OutcomeFilter wish = filter;
        if (rows.size() <= PAGE) {
            sifted(wish.of(rows));
            return;
        }
        services.background()
                .start(
                        "outcomes-sift",
                        () -> wish.of(rows),
                        found -> {
                            if (mine == sifting) {
                                sifted(found);
                            }
                        },
                        failure -> LOG.warn("attempts could not be sifted", failure));
    }

    private void sifted(List<OutcomeRow> found) {
        wanted = found;
        onChange.run();
    }
}
