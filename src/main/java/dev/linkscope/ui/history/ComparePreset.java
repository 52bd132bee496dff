package dev.linkscope.ui.history;

import dev.linkscope.domain.fix.Span;
import dev.linkscope.ui.common.NamedMoment;
import dev.linkscope.ui.common.Wording;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.TemporalAdjusters;
import java.time.temporal.WeekFields;
import java.util.ArrayList;
import java.util.List;

/**
 * Two spans that are often compared.
 *
 * @param name what they are, for the user
 * @param first the earlier one
 * @param second the later one
 */
record ComparePreset(String name, Span first, Span second) {
    /** A change is looked at no longer than this on either side. */
    private static final Duration LONGEST = Duration.ofDays(7);

    private static final Duration SHORTEST = Duration.ofHours(1);
    private static final int MOST_MOMENTS = 20;

    /** All of them: days and weeks, then before and after each moment, the latest first. */
    static List<ComparePreset> of(Instant now, List<NamedMoment> moments, Wording wording) {
        ZoneId zone = wording.messages().zone();
        LocalDate today = now.atZone(zone).toLocalDate();
        DayOfWeek first = WeekFields.of(wording.messages().locale()).getFirstDayOfWeek();
        LocalDate week = today.with(TemporalAdjusters.previousOrSame(first));
        var presets = new ArrayList<ComparePreset>();
        presets.add(days(wording.text("comparing.weeks"), week, 7, now, zone));
        presets.add(days(wording.text("comparing.days"), today, 1, now, zone));
        moments.stream()
                .filter(moment -> moment.at().isBefore(now))
                .sorted((one, other) -> other.at().compareTo(one.at()))
                .limit(MOST_MOMENTS)
                .map(moment -> around(moment, now, wording))
                .forEach(presets::add);
        return presets;
    }

    private static ComparePreset days(
            String name, LocalDate start, int length, Instant now, ZoneId zone) {
        Instant turn = start.atStartOfDay(zone).toInstant();
        Instant before = start.minusDays(length).atStartOfDay(zone).toInstant();
        // At midnight the new day has not begun to last yet.
        Instant end = now.isAfter(turn) ? now : turn.plusSeconds(1);
        return new ComparePreset(name, new Span(before, turn), new Span(turn, end));
    }

    /** As much before as after, where there is as much. */
    private static ComparePreset around(NamedMoment moment, Instant now, Wording wording) {
        Instant at = moment.at();
        Duration since = Duration.between(at, now);
        Duration length =
                since.compareTo(SHORTEST) < 0
                        ? SHORTEST
                        : since.compareTo(LONGEST) > 0 ? LONGEST : since;
        Instant end = at.plus(length);
        return new ComparePreset(
                wording.text("comparing.around", moment.name(), wording.when(at, now)),
                new Span(at.minus(length), at),
                new Span(at, end.isAfter(now) ? now : end));
    }
}
