package dev.linkscope.engine;

import dev.linkscope.stats.Circumstance;
import dev.linkscope.stats.Spans;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.stream.IntStream;

/** The parts of the day as circumstances: blocks of three hours of this computer's clock. */
final class HoursOfDay {
    private static final int BLOCK = 3;
    private static final int DAY = 24;

    /** With less there is no habit to be seen. */
    private static final Duration SHORTEST = Duration.ofDays(3);

    private final ZoneId zone;

    HoursOfDay(ZoneId zone) {
        this.zone = zone;
    }

    /** The blocks, within [from, to); none if that is too short for them to come back. */
    List<Circumstance> within(Instant from, Instant to) {
        if (Duration.between(from, to).compareTo(SHORTEST) < 0) {
            return List.of();
        }
        Spans known = new Spans.Builder().add(from.toEpochMilli(), to.toEpochMilli()).build();
        return IntStream.iterate(0, hour -> hour < DAY, hour -> hour + BLOCK)
                .mapToObj(hour ->
                        new Circumstance(
                                "hour." + hour,
                                known,
                                block(hour, from, to),
                                Duration.ofHours(BLOCK)))
                .toList();
    }

    private Spans block(int hour, Instant from, Instant to) {
        var spans = new Spans.Builder();
        LocalDate last = to.atZone(zone).toLocalDate();
        for (LocalDate day = from.atZone(zone).toLocalDate();
                !day.isAfter(last);
                day = day.plusDays(1)) {
            spans.add(millis(day, hour), millis(day, hour + BLOCK));
        }
        return spans.build();
    }

    private long millis(LocalDate day, int hour) {
        return day.plusDays(hour / DAY)
                .atTime(hour % DAY, 0)
                .atZone(zone)
                .toInstant()
                .toEpochMilli();
    }
}
