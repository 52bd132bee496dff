package dev.linkscope.store;

import dev.linkscope.domain.diagnosis.Finding;
import dev.linkscope.domain.diagnosis.Severity;
import dev.linkscope.domain.history.FindingSpan;
import dev.linkscope.domain.printer.PrinterId;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The table of what was concluded and when, inside the caller's transaction. */
final class FindingTable {
    /**
     * A span that nobody confirmed for so long ended then: the program did, or it lost the printer.
     */
    static final Duration CONFIRMED = Duration.ofMinutes(15);

    private final FixRows rows;

    FindingTable(Connection connection) {
        this.rows = new FixRows(connection);
    }

    /** Ends spans of a printer that were left open; they ended when last confirmed. */
    void endForgotten(PrinterId printer, Instant now) throws SQLException {
        rows.update(
                "UPDATE finding_span SET to_micros = seen_micros WHERE printer = ?"
                        + " AND to_micros IS NULL AND (seen_micros < ? OR seen_micros > ?)",
                printer.toString(),
                Moments.before(now, CONFIRMED),
                Moments.after(now, CONFIRMED));
    }

    /** Begins a span of a rule, or goes on with one that is open. */
    void begin(PrinterId printer, Finding finding, Instant at) throws SQLException {
        int open =
                rows.update(
                        "UPDATE finding_span SET seen_micros = ? WHERE printer = ? AND rule = ?"
                                + " AND to_micros IS NULL",
                        at,
                        printer.toString(),
                        finding.rule());
        if (open == 0) {
            rows.update(
                    "INSERT INTO finding_span (printer, rule, severity, text_key, args,"
                            + " from_micros, seen_micros) VALUES (?, ?, ?, ?, ?, ?, ?)",
                    printer.toString(),
                    finding.rule(),
                    finding.severity().name(),
                    finding.title().key(),
                    StatementText.args(finding.title()),
                    at,
                    at);
        } else {
            worse(printer, finding);
        }
    }

    /** The cause matters as much as it did or more. */
    void worse(PrinterId printer, Finding finding) throws SQLException {
        rows.update(
                "UPDATE finding_span SET severity = ?, text_key = ?, args = ?"
                        + " WHERE printer = ? AND rule = ? AND to_micros IS NULL"
                        + " AND severity IN (?, ?, ?)",
                finding.severity().name(),
                finding.title().key(),
                StatementText.args(finding.title()),
                printer.toString(),
                finding.rule(),
                Severity.INFO.name(),
                least(Severity.WATCH, finding.severity()).name(),
                finding.severity().name());
    }

    private static Severity least(Severity one, Severity other) {
        return one.compareTo(other) <= 0 ? one : other;
    }

    /** Rules of a printer whose spans are open. */
    List<String> open(PrinterId printer) throws SQLException {
        return rows.all(
                "SELECT DISTINCT rule FROM finding_span WHERE printer = ? AND to_micros IS NULL",
                row -> row.text(1),
                printer.toString());
    }

    /** The cause is no longer at work. */
    void end(PrinterId printer, String rule, Instant at) throws SQLException {
        rows.update(
                "UPDATE finding_span SET to_micros ="
                        + " CASE WHEN from_micros > ? THEN from_micros ELSE ? END"
                        + " WHERE printer = ? AND rule = ? AND to_micros IS NULL",
                at,
                at,
                printer.toString(),
                rule);
    }

    /** Spans of a printer that lie in the span in part at least, oldest first. */
    List<FindingSpan> of(PrinterId printer, Instant from, Instant to, Instant now)
            throws SQLException {
        List<FindingSpan> spans =
                rows.all(
                        "SELECT rule, severity, text_key, args, from_micros, seen_micros, to_micros"
                                + " FROM finding_span WHERE printer = ? AND from_micros < ?"
                                + " AND (to_micros IS NULL OR to_micros > ?)"
                                + " ORDER BY from_micros, id",
                        row -> span(row, now),
                        printer.toString(),
                        to,
                        from);
        return spans.stream().filter(span -> endsAfter(span, from)).toList();
    }

    private static boolean endsAfter(FindingSpan span, Instant from) {
        Instant to = span.to();
        return to == null || to.isAfter(from);
    }

    private static FindingSpan span(FixRows.Row row, Instant now) throws SQLException {
        Instant seen = row.moment(6);
        @Nullable Instant to = row.momentOrNull(7);
        if (to == null && Duration.between(seen, now).abs().compareTo(CONFIRMED) > 0) {
            to = seen;
        }
        return new FindingSpan(
                row.text(1),
                severity(row.text(2)),
                StatementText.read(row.text(3), row.text(4)),
                row.moment(5),
                to);
    }

    /** One that this version does not know is worth a look. */
    private static Severity severity(String name) {
        try {
            return Severity.valueOf(name);
        } catch (IllegalArgumentException _) {
            return Severity.WATCH;
        }
    }
}
