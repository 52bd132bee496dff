package dev.linkscope.engine.fix;

import static org.assertj.core.api.Assertions.assertThat;

import dev.linkscope.domain.coverage.Trace;
import dev.linkscope.domain.fix.Span;
import dev.linkscope.domain.fix.Trial;
import dev.linkscope.domain.fix.TrialState;
import dev.linkscope.i18n.Messages;
import dev.linkscope.stats.Thresholds;
import dev.linkscope.stats.Traces;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** A change between two rows of slots: 1 ok, 0 failed, . not measured. */
final class TrialWorld {
    private static final Messages ENGLISH = Messages.in(Locale.ENGLISH, ZoneOffset.UTC);

    private final Duration cadence;
    private final Trace before;
    final Instant changedAt;

    TrialWorld(String before) {
        this(before, Traces.CADENCE);
    }

    TrialWorld(String before, Duration cadence) {
        this.cadence = cadence;
        this.before = trace(before, Traces.START);
        this.changedAt = Traces.START.plus(cadence.multipliedBy(before.length()));
    }

    private Trace trace(String states, Instant from) {
        return states.isEmpty()
                ? Trace.EMPTY
                : new Trace(List.of(Traces.segment(states, from, cadence)));
    }

    /** End of that many slots since the change. */
    Instant after(int slots) {
        return changedAt.plus(cadence.multipliedBy(slots));
    }

    Trial watching() {
        return watching(List.of());
    }

    Trial watching(List<Span> away) {
        return trial(away, null, TrialState.WATCHING, null);
    }

    /** Found better after some slots. */
    Trial better(int slots) {
        return trial(List.of(), null, TrialState.BETTER, after(slots));
    }

    /** Found better, and undone after some slots. */
    Trial undone(int slots) {
        return trial(List.of(), after(slots), TrialState.UNDONE, after(slots));
    }

    Trial trial(
            List<Span> away,
            @Nullable Instant undoneAt,
            TrialState state,
            @Nullable Instant decidedAt) {
        Span baseline = new Span(Traces.START, changedAt);
        return new Trial("step", baseline, changedAt, away, undoneAt, state, decidedAt);
    }

    /** What a change after these slots would be compared with. */
    Span baseline(String recorded) {
        return BaselineSpan.of(trace(recorded, Traces.START), changedAt, Thresholds.DEFAULT);
    }

    Announcement announcement() {
        Announcement announced = Announcement.of(before, Thresholds.DEFAULT);
        assertThat(ENGLISH.render(announced.sentence())).doesNotContain("%").endsWith(".");
        return announced;
    }

    /** Judges, and looks that every sentence can be said without a percentage. */
    TrialJudgement judge(Trial trial, String since) {
        TrialJudgement judged =
                TrialJudge.judge(
                        trial,
                        before,
                        trace(since, changedAt),
                        after(since.length()),
                        Thresholds.DEFAULT);
        assertThat(text(judged)).doesNotContain("%").doesNotContain("{").endsWith(".");
        assertThat(judged.view().state()).isEqualTo(judged.next().state());
        assertThat(judged.view().progress()).isBetween(0.0, 1.0);
        return judged;
    }

    static String text(TrialJudgement judged) {
        return ENGLISH.render(judged.view().sentence());
    }
}
