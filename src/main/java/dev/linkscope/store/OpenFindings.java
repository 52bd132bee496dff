package dev.linkscope.store;

import dev.linkscope.domain.diagnosis.Finding;
import dev.linkscope.domain.diagnosis.Severity;
import dev.linkscope.domain.printer.PrinterId;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What is concluded of each printer now. Diagnoses come every few seconds and seldom change, so
 * that only changes are written, and now and then that nothing changed. Thread-safe.
 */
final class OpenFindings {
    private static final Logger LOG = LoggerFactory.getLogger(OpenFindings.class);

    private static final Duration CONFIRM = Duration.ofMinutes(5);

    /** How long nothing is written after it failed. */
    private static final Duration REST = Duration.ofSeconds(30);

    private final Database database;
    private final Map<PrinterId, Open> open = new HashMap<>();
    private @Nullable Instant restsSince;

    OpenFindings(Database database) {
        this.database = database;
    }

    /** This is concluded now; what is no longer has ended. */
    synchronized void concluded(PrinterId printer, Instant at, List<Finding> findings) {
        if (restsSince != null && Duration.between(restsSince, at).abs().compareTo(REST) < 0) {
            return;
        }
        Open before = open.get(printer);
        var now = new TreeMap<String, Finding>();
        findings.stream()
                .filter(Finding::supported)
                .forEach(finding -> now.merge(finding.rule(), finding, OpenFindings::worse));
        if (before != null && !before.changedBy(now, at)) {
            open.put(printer, before.with(now));
            return;
        }
        try {
            database.write(connection -> {
                write(new FindingTable(connection), printer, at, before, now);
                return now;
            });
            Open written = new Open(at, new TreeMap<>(), new TreeMap<>());
            open.put(printer, (before == null ? written : before.confirmed(at)).with(now));
            restsSince = null;
        } catch (SQLException e) {
            LOG.warn("What is concluded cannot be written down now", e);
            if (database.trouble(e) == Trouble.DAMAGED) {
                database.noteDamage();
            }
            restsSince = at;
        }
    }

    /** Nothing is known any more of what was concluded of a printer. */
    synchronized void forgotten(PrinterId printer) {
        open.remove(printer);
    }

    private static void write(
            FindingTable table,
            PrinterId printer,
            Instant at,
            @Nullable Open before,
            Map<String, Finding> now)
            throws SQLException {
        if (before == null) {
            table.endForgotten(printer, at);
        }
        var ended = new ArrayList<String>(before == null ? table.open(printer) : before.rules());
        ended.removeAll(now.keySet());
        for (String rule : ended) {
            Finding last = before == null ? null : before.last.get(rule);
            if (last != null) {
                table.worse(printer, last);
            }
            table.end(printer, rule, at);
        }
        for (Finding finding : now.values()) {
            table.begin(printer, finding, at);
        }
    }

    private static Finding worse(Finding one, Finding other) {
        return one.severity().compareTo(other.severity()) >= 0 ? one : other;
    }

    /**
     * What is open of a printer.
     *
     * @param confirmedAt when that was last written
     * @param worst by rule
     * @param last as it was concluded last, by rule
     */
    private record Open(
            Instant confirmedAt, Map<String, Severity> worst, Map<String, Finding> last) {
        List<String> rules() {
            return List.copyOf(worst.keySet());
        }

        boolean changedBy(Map<String, Finding> now, Instant at) {
            return !worst.keySet().equals(now.keySet())
                    || now.values().stream()
                            .anyMatch(finding ->
                                    finding.severity()
                                                    .compareTo(
                                                            worst.getOrDefault(
                                                                    finding.rule(), Severity.INFO))
                                            > 0)
                    || (!worst.isEmpty()
                            && Duration.between(confirmedAt, at).abs().compareTo(CONFIRM) >= 0);
        }

        Open with(Map<String, Finding> now) {
            var severities = new TreeMap<String, Severity>();
            now.forEach((rule, finding) -> {
                Severity known = worst.getOrDefault(rule, Severity.INFO);
                severities.put(
                        rule, known.compareTo(finding.severity()) > 0 ? known : finding.severity());
            });
            return new Open(confirmedAt, severities, now);
        }

        Open confirmed(Instant at) {
            return new Open(at, worst, last);
        }
    }
}
