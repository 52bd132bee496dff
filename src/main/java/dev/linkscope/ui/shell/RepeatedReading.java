package dev.linkscope.ui.shell;

import dev.linkscope.domain.printer.PrinterId;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;

/** Has some printers read again and again. Used on the window's thread. */
final class RepeatedReading {
    /** The plugin's own status moves every 50 s. */
    private static final Duration PERIOD = Duration.ofMinutes(1);

    private final Map<PrinterId, Instant> readAt = new HashMap<>();
    private final Consumer<PrinterId> read;

    /**
     * Nothing is due yet.
     *
     * @param read reads one printer; must return at once
     */
    RepeatedReading(Consumer<PrinterId> read) {
        this.read = read;
    }

    /** Reads those of these printers that are due. */
    void tick(Set<PrinterId> repeated, Instant now) {
        readAt.keySet().retainAll(repeated);
        for (PrinterId printer : repeated) {
            Instant last = readAt.computeIfAbsent(printer, id -> now);
            if (!now.isBefore(last.plus(PERIOD))) {
                readAt.put(printer, now);
                read.accept(printer);
            }
        }
    }
}
