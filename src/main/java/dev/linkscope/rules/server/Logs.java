package dev.linkscope.rules.server;

import dev.linkscope.domain.past.PastEvent;
import dev.linkscope.domain.past.PastKind;
import dev.linkscope.rules.PrinterCase;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** What OctoPrint's log, or that of Obico for Klipper, tells since the program started last. */
final class Logs {
    private Logs() {}

    /** Whether such a log was read. */
    static boolean read(PrinterCase printer) {
        return printer.past().stream()
                .anyMatch(log ->
                        log.source().contains("octoprint") || log.source().contains("obico"));
    }

    /** When the program started last; empty if no log tells. */
    static Optional<Instant> started(PrinterCase printer) {
        return printer.past(PastKind.OCTOPRINT_STARTED).stream()
                .map(PastEvent::from)
                .max(Comparator.naturalOrder());
    }

    /** Events of a kind since then. */
    static List<PastEvent> sinceStart(PrinterCase printer, PastKind kind) {
        Instant start = started(printer).orElse(Instant.MIN);
        return printer.past(kind).stream().filter(event -> !event.to().isBefore(start)).toList();
    }

    /** The same of one class. */
    static List<PastEvent> sinceStart(PrinterCase printer, PastKind kind, String errorClass) {
        return sinceStart(printer, kind).stream()
                .filter(event -> event.errorClass().equals(errorClass))
                .toList();
    }
}
