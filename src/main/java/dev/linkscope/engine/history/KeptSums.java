package dev.linkscope.engine.history;

import dev.linkscope.domain.Statement;
import dev.linkscope.domain.fix.Span;
import dev.linkscope.domain.history.Rollup;
import dev.linkscope.domain.printer.PrinterId;
import dev.linkscope.engine.RecordedSession;
import dev.linkscope.engine.port.HistoryBook;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;

/**
 * What is kept of a time as sums alone, once its single outcomes are gone. Sums have lost the order
 * of slots, so they may be told but enter no figure.
 */
final class KeptSums {
    private static final Duration HOUR = Duration.ofHours(1);

    private final HistoryBook book;

    KeptSums(HistoryBook book) {
        this.book = book;
    }

    /** What was counted of the server pane in the whole hours of a time; empty if nothing was. */
    Optional<Statement> told(PrinterId printer, Span before) {
        Instant to = before.to().truncatedTo(ChronoUnit.HOURS);
        if (!before.from().isBefore(to)) {
            return Optional.empty();
        }
        long attempts = 0;
        long failed = 0;
        for (Rollup sum :
                book.rollups(printer, RecordedSession.server(), HOUR, before.from(), to)) {
            attempts += sum.measured();
            failed += sum.failed();
        }
        return attempts == 0
                ? Optional.empty()
                : Optional.of(Statement.of("span.sums", before.length(), attempts, failed));
    }
}
