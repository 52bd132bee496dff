package dev.linkscope.engine.fix;

import dev.linkscope.domain.Statement;
import dev.linkscope.domain.coverage.Trace;
import dev.linkscope.domain.fix.CaseState;
import dev.linkscope.domain.fix.FixCase;
import dev.linkscope.domain.fix.Span;
import dev.linkscope.domain.fix.Trial;
import dev.linkscope.domain.printer.PrinterId;
import dev.linkscope.stats.Thresholds;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Looks at changes that are watched, and at what a change would be compared with. {@link #round} is
 * for one thread; what it found may be read by any.
 */
final class TrialWatch {
    private static final Logger LOG = LoggerFactory.getLogger(TrialWatch.class);

    /** Said until it is known. */
    static final Announcement NOT_READ =
            new Announcement(Statement.of("fix.desk.reading"), false, null);

    /**
     * A look reads the whole of a trace, so the longer that is, the rarer it gets: at a change of
     * an hour every 10 s, at one of a day every four minutes.
     */
    private static final int SHARE = 360;

    /** What was measured before a change may still arrive after it, for as long as a day. */
    private static final Duration BASELINE_ANEW = Duration.ofMinutes(10);

    /** Whether a fault keeps to a part of the day shows after days. */
    private static final Duration REACH_ANEW = Duration.ofHours(6);

    /** Attempts that were under way at the change end within so long. */
    private static final Duration SETTLED = Duration.ofSeconds(30);

    private final FixBook book;
    private final MeasuredPanes panes;
    private final Duration period;
    private final Map<Key, Baselines> baselines = new HashMap<>();
    private final Map<Key, Looked> looked = new ConcurrentHashMap<>();
    private final Map<String, Foreseen> foreseen = new ConcurrentHashMap<>();

    /**
     * A watch that has seen nothing yet.
     *
     * @param period shortest time from look to look
     */
    TrialWatch(FixBook book, MeasuredPanes panes, Duration period) {
        this.book = book;
        this.panes = panes;
        this.period = period;
    }

    /** The change at a step of a case in figures; null if it was not looked at as it stands now. */
    @Nullable TrialView figures(FixCase one, Trial trial) {
        Looked last = looked.get(new Key(one.id(), trial.changedAt()));
        return last != null && last.trial().equals(trial) ? last.view() : null;
    }

    /** What is said before the next change of a case. */
    Announcement announcement(FixCase one) {
        Foreseen last = foreseen.get(one.id());
        return last == null ? NOT_READ : last.announced();
    }

    /**
     * How far back a change to a case is compared, as it was chosen before the change: what came
     * after it must have no say in that.
     */
    Duration reach(FixCase one) {
        Foreseen last = foreseen.get(one.id());
        return last == null ? BaselineSpan.USUAL : last.reach().back();
    }

    /** Looks at everything whose time has come. Reads the history. */
    void round(Instant now) {
        book.saveAgain();
        Set<Key> wanted = new LinkedHashSet<>();
        Set<String> cases = new LinkedHashSet<>();
        for (FixCase one : book.cases()) {
            if (one.state() == CaseState.ENDED && !one.watching()) {
                continue;
            }
            cases.add(one.id());
            try {
                look(one, now, wanted);
            } catch (RuntimeException e) {
                // The edge of this thread: one case must not keep the others from being looked at.
                LOG.warn("a change could not be judged", e);
            }
        }
        baselines.keySet().retainAll(wanted);
        looked.keySet().retainAll(wanted);
        foreseen.keySet().retainAll(cases);
    }

    private void look(FixCase one, Instant now, Set<Key> wanted) {
        Trial here = one.at(one.step());
        Trial latest = one.latest();
        Set<Trial> subjects = new LinkedHashSet<>();
        if (here != null) {
            subjects.add(here);
        }
        if (latest != null && latest.state().open()) {
            subjects.add(latest);
        }
        for (Trial trial : subjects) {
            wanted.add(new Key(one.id(), trial.changedAt()));
            if (!Trials.isAway(trial)) {
                look(one, trial, now, trial.equals(latest));
            }
        }
        if (one.state() != CaseState.ENDED) {
            foresee(one, here, now);
        }
    }

    private void look(FixCase one, Trial trial, Instant now, boolean judged) {
        var key = new Key(one.id(), trial.changedAt());
        Looked last = looked.get(key);
        boolean open = judged && trial.state().open();
        if (last != null && last.trial().equals(trial) && !(open && last.due(now))) {
            return;
        }
        Span since = new Span(trial.changedAt(), later(trial.changedAt(), end(trial, now)));
        TrialJudgement verdict =
                TrialJudge.judge(
                        trial,
                        baseline(one, trial, now),
                        read(one, since),
                        now,
                        Thresholds.DEFAULT);
        Trial next = open ? verdict.next() : trial;
        looked.put(key, new Looked(next, verdict.view(), now.plus(pause(since.length()))));
        if (!next.equals(trial)) {
            decided(one, trial, next);
        }
    }

    /** Unless the user has decided otherwise meanwhile. */
    private void decided(FixCase one, Trial trial, Trial next) {
        synchronized (book) {
            book.edit(
                    one.id(),
                    now -> now.trials().contains(trial) ? now.withTrial(trial, next) : now);
        }
        LOG.info("step {} of {}: {}", trial.step(), one.plan(), next.state());
    }

    /** Nobody reads on once it is decided. */
    private static Instant end(Trial trial, Instant now) {
        Instant decided = trial.decidedAt();
        return trial.state().open() || decided == null ? now : decided.plus(SETTLED);
    }

    private Trace baseline(FixCase one, Trial trial, Instant now) {
        Instant settled = trial.baseline().to().plus(SETTLED);
        return baselines
                .compute(
                        new Key(one.id(), trial.changedAt()),
                        (_, known) ->
                                known != null && !known.stale(settled, now)
                                        ? known
                                        : new Baselines(read(one, trial.baseline()), now))
                .trace();
    }

    private void foresee(FixCase one, @Nullable Trial here, Instant now) {
        Foreseen last = foreseen.get(one.id());
        Instant changed = here == null ? null : here.changedAt();
        if (last != null && last.stands(changed, now)) {
            return;
        }
        Reach reach = last == null || last.reach().isOld(now) ? reach(one, now) : last.reach();
        Trace before =
                here == null
                        ? read(one, Baseline.before(book.of(one.printer()), now, reach.back()))
                        : baseline(one, here, now);
        Announcement announced = Announcement.of(before, Thresholds.DEFAULT);
        Instant next = now.plus(pause(Duration.between(first(before, now), now)));
        foreseen.put(one.id(), new Foreseen(changed, announced, reach, next));
    }

    private static Instant first(Trace trace, Instant otherwise) {
        return trace.isEmpty() ? otherwise : trace.segments().getFirst().start();
    }

    /** Reads a week, now and then: mostly a day is enough. */
    private Reach reach(FixCase one, Instant now) {
        Span week = Baseline.before(book.of(one.printer()), now, BaselineSpan.LONGEST);
        Span chosen = BaselineSpan.of(read(one, week), now, Thresholds.DEFAULT);
        boolean hours = chosen.length().compareTo(BaselineSpan.USUAL) > 0;
        return new Reach(hours ? BaselineSpan.LONGEST : BaselineSpan.USUAL, now);
    }

    private Trace read(FixCase one, Span span) {
        return panes.within(one.printer(), one.pane(), span);
    }

    private Duration pause(Duration read) {
        Duration share = read.dividedBy(SHARE);
        return share.compareTo(period) > 0 ? share : period;
    }

    private static Instant later(Instant one, Instant other) {
        return one.isAfter(other) ? one : other;
    }

    /** Printers whose agents have to go on. */
    Set<PrinterId> measured() {
        Set<PrinterId> printers = new LinkedHashSet<>();
        book.cases().stream()
                .filter(one -> one.watching() || one.state() == CaseState.PAUSED)
                .forEach(one -> printers.add(one.printer()));
        return printers;
    }

    /** One change of one case. */
    private record Key(String fixCase, Instant changedAt) {}

    /** A change as it stood at the last look. */
    private record Looked(Trial trial, TrialView view, Instant next) {
        boolean due(Instant now) {
            return !now.isBefore(next);
        }
    }

    /** What was said of the next change. */
    private record Foreseen(
            @Nullable Instant changed, Announcement announced, Reach reach, Instant next) {
        boolean stands(@Nullable Instant change, Instant now) {
            return Objects.equals(changed, change) && now.isBefore(next);
        }
    }

    /** How far back is read, and when that was chosen. */
    private record Reach(Duration back, Instant chosenAt) {
        boolean isOld(Instant now) {
            return now.isAfter(chosenAt.plus(REACH_ANEW));
        }
    }

    /** A baseline as it was read. */
    private record Baselines(Trace trace, Instant readAt) {
        boolean stale(Instant settled, Instant now) {
            boolean early = readAt.isBefore(settled) && now.isAfter(settled);
            return early || now.isAfter(readAt.plus(BASELINE_ANEW));
        }
    }
}
