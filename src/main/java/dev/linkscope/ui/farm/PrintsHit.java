package dev.linkscope.ui.farm;

import dev.linkscope.domain.loss.Outage;
import dev.linkscope.domain.printer.PrinterId;
import dev.linkscope.engine.PaneSnapshot;
import dev.linkscope.engine.SessionSnapshot;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Counts the outages, of the server or the webcam, that fell into a time in which the printer was
 * seen printing. Only the present state is known, so it counts from when this began to look. Not
 * thread-safe.
 */
final class PrintsHit {
    /** Longer than what a trace shows: an outage that left it is not met again. */
    private static final Duration REMEMBERED = Duration.ofHours(6);

    private final Map<PrinterId, Watched> printers = new HashMap<>();

    /** What was seen of one printer. */
    private static final class Watched {
        private final List<Print> prints = new ArrayList<>();
        private final Set<Hit> hits = new HashSet<>();
        private boolean printing;
        private boolean known;
        private int count;
    }

    private record Print(Instant from, Instant to) {}

    private record Hit(boolean webcam, Instant start) {}

    /** Forgets printers that are not watched any more. */
    void retain(Collection<PrinterId> watched) {
        printers.keySet().retainAll(watched);
    }

    /**
     * Takes over what is known now and tells how many outages fell into prints so far; null if it
     * was never known whether the printer prints.
     *
     * @param now as of when the snapshot stands
     */
    @Nullable Integer seen(SessionSnapshot snapshot, Instant now) {
        Watched watched = printers.computeIfAbsent(snapshot.printer().id(), id -> new Watched());
        Optional<Boolean> printing = PrintJob.printing(snapshot);
        watched.known |= printing.isPresent();
        note(watched, printing.orElse(false), now);
        count(watched, snapshot.server(), false);
        PaneSnapshot webcam = snapshot.webcam();
        if (webcam != null) {
            count(watched, webcam, true);
        }
        forget(watched, now.minus(REMEMBERED));
        return watched.known ? watched.count : null;
    }

    private static void note(Watched watched, boolean printing, Instant now) {
        if (printing && watched.printing) {
            Print last = watched.prints.removeLast();
            watched.prints.add(new Print(last.from(), now));
        } else if (printing) {
            watched.prints.add(new Print(now, now));
        }
        watched.printing = printing;
    }

    private static void count(Watched watched, PaneSnapshot pane, boolean webcam) {
        for (Outage outage : pane.figures().outages()) {
            boolean hit =
                    watched.prints.stream()
                            .anyMatch(print ->
                                    outage.end().isAfter(print.from())
                                            && outage.start().isBefore(print.to()));
            if (hit && watched.hits.add(new Hit(webcam, outage.start()))) {
                watched.count++;
            }
        }
    }

    private static void forget(Watched watched, Instant before) {
        if (watched.prints.size() > 1) {
            watched.prints.removeIf(print -> print.to().isBefore(before));
        }
        watched.hits.removeIf(hit -> hit.start().isBefore(before));
    }
}
