package dev.linkscope.engine.farm;

import dev.linkscope.domain.incident.Incident.Kind;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Outages of several printers that began within a minute of each other: they may be one, so they
 * wait a little for the comparison of the farm before each is told by itself.
 */
final class Together {
    private final List<Instant> began;

    private Together(List<Instant> began) {
        this.began = began;
    }

    /** The outages of these printers that go on. */
    static Together of(List<PrinterSigns> printers) {
        var began = new ArrayList<Instant>();
        for (PrinterSigns printer : printers) {
            if (printer.of(Kind.SERVER) instanceof Sign.Bad bad) {
                Instant at = outage(bad);
                if (at != null) {
                    began.add(at);
                }
            }
        }
        began.sort(null);
        return new Together(began);
    }

    /** When an outage that is measured already began; null if it is something else. */
    static @Nullable Instant outage(Sign.Bad bad) {
        return bad.needed().isZero() ? bad.began() : null;
    }

    /** The same, which waits longer if others began with it. */
    Sign.Bad patient(Sign.Bad bad) {
        Instant at = outage(bad);
        return at != null && neighbours(at) > 1 ? bad.after(IncidentLimits.COMPARISON) : bad;
    }

    private long neighbours(Instant at) {
        return began.stream()
                .filter(other ->
                        Duration.between(at, other).abs().compareTo(IncidentLimits.TOGETHER) <= 0)
                .limit(2)
                .count();
    }
}
