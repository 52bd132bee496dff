package dev.linkscope.store;

import java.time.Instant;
import java.time.temporal.ChronoUnit;

/** Moments on disk: microseconds since 1970-01-01T00:00:00Z; anything finer is cut off. */
final class Micros {
    private Micros() {}

    static long of(Instant moment) {
        return ChronoUnit.MICROS.between(Instant.EPOCH, moment);
    }

    static Instant instant(long micros) {
        return Instant.EPOCH.plus(micros, ChronoUnit.MICROS);
    }
}
