package dev.linkscope.ui.report;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** Which span a report is about. */
enum SpanChoice {
    VIEW(null),
    HOUR(Duration.ofHours(1)),
    DAY(Duration.ofDays(1)),
    WEEK(Duration.ofDays(7)),
    OWN(null);

    private final @Nullable Duration length;

    SpanChoice(@Nullable Duration length) {
        this.length = length;
    }

    /** How long it is, up to now; null if that does not say it. */
    @Nullable Duration length() {
        return length;
    }

    /** Key of its name. */
    String key() {
        return "export.span." + name();
    }
}
