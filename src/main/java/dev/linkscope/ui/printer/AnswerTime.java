package dev.linkscope.ui.printer;

import dev.linkscope.domain.coverage.Segment;
import dev.linkscope.domain.coverage.Slot;
import dev.linkscope.domain.loss.PaneFigures;
import dev.linkscope.domain.loss.PaneState;
import dev.linkscope.domain.loss.PatternKind;
import dev.linkscope.engine.PaneSnapshot;
import dev.linkscope.ui.common.Wording;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;

/** When there will be enough to answer what cannot be answered yet. */
final class AnswerTime {
    /** Up to four errors are too few to tell a pattern (see PatternKind.TOO_FEW). */
    static final int NEEDED_ERRORS = 5;

    /** Farther ahead nothing is promised. */
    private static final Duration FARTHEST = Duration.ofDays(2);

    /** Where so many attempts are missing at the end, measuring does not go on. */
    private static final int MISSING = 4;

    private AnswerTime() {}

    /**
     * The moment at which a pane has enough attempts to be judged, or enough errors for its
     * pattern. While errors come at random at a rate, the next so many take so many times the mean
     * time between them (a Poisson process).
     *
     * @return empty if it has enough, has no error, or is not measured now
     */
    static Optional<Instant> of(PaneSnapshot pane, Instant now) {
        List<Segment> segments = pane.trace().segments();
        if (segments.isEmpty()) {
            return Optional.empty();
        }
        Segment newest = segments.getLast();
        Slot last = newest.slots().getLast();
        if (last.scheduled().isBefore(now.minus(newest.cadence().multipliedBy(MISSING)))) {
            return Optional.empty();
        }
        PaneFigures figures = pane.figures();
        double attempts = missingAttempts(figures);
        Duration wait = Duration.ofMillis(Math.round(attempts * newest.cadence().toMillis()));
        return attempts <= 0 || wait.compareTo(FARTHEST) > 0
                ? Optional.empty()
                : Optional.of(now.plus(wait));
    }

    private static double missingAttempts(PaneFigures figures) {
        if (figures.state() == PaneState.NO_DATA) {
            return PaneText.NEEDED_ATTEMPTS - figures.attempts();
        }
        if (figures.pattern().kind() != PatternKind.TOO_FEW || figures.errors() == 0) {
            return 0;
        }
        return (NEEDED_ERRORS - figures.errors())
                * ((double) figures.attempts() / figures.errors());
    }

    /** What is said, with the time at which more can be. */
    static String added(String said, PaneSnapshot pane, Instant now, Wording wording) {
        boolean few = pane.figures().state() == PaneState.NO_DATA;
        return of(pane, now)
                .map(at ->
                        wording.text(
                                few ? "pane.answer_at" : "pane.answer_at.pace",
                                said,
                                about(at, now, wording)))
                .orElse(said);
    }

    private static String about(Instant at, Instant now, Wording wording) {
        ZoneId zone = wording.messages().zone();
        Instant minute = at.plus(30, ChronoUnit.SECONDS).truncatedTo(ChronoUnit.MINUTES);
        return at.atZone(zone).toLocalDate().equals(now.atZone(zone).toLocalDate())
                ? DateTimeFormatter.ofPattern("HH:mm", wording.messages().locale())
                        .format(minute.atZone(zone))
                : wording.when(minute, now);
    }
}
