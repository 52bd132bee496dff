package dev.linkscope.store;

import dev.linkscope.domain.probe.Outcome;
import dev.linkscope.domain.probe.ProbeKind;
import dev.linkscope.domain.probe.Timings;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Rows of the table of single outcomes: the hours that are still open. */
final class OutcomeTable {
    private static final String COLUMNS =
            "seq, kind, slot, start_millis, end_millis, state, phase, error_class, dns_micros,"
                    + " connect_micros, tls_micros, request_micros, body_micros, total_micros,"
                    + " details, target, run";

    /** Adds one outcome; one whose key is there is ignored. */
    static final String INSERT =
            "INSERT INTO outcome ("
                    + COLUMNS
                    + ") VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"
                    + " ON CONFLICT DO NOTHING";

    private static final String SELECT =
            "SELECT "
                    + COLUMNS
                    + " FROM outcome WHERE run = ? AND target = ? AND start_millis >= ?"
                    + " AND start_millis < ? ORDER BY seq";

    private OutcomeTable() {}

    /** Fills in {@link #INSERT}. */
    static void bind(PreparedStatement insert, long run, Outcome outcome) throws SQLException {
        Timings timings = outcome.timings();
        insert.setLong(1, outcome.sequence());
        insert.setString(2, outcome.kind().wireName());
        insert.setLong(3, outcome.slot());
        insert.setLong(4, outcome.startMillis());
        insert.setLong(5, outcome.endMillis());
        insert.setInt(6, StoredNames.code(outcome.state()));
        insert.setString(7, StoredNames.name(outcome.phase()));
        insert.setString(8, StoredNames.text(outcome.errorClass()));
        insert.setInt(9, timings.dns());
        insert.setInt(10, timings.connect());
        insert.setInt(11, timings.tls());
        insert.setInt(12, timings.request());
        insert.setInt(13, timings.body());
        insert.setInt(14, timings.total());
        insert.setString(15, DetailsText.write(outcome.details()));
        insert.setString(16, outcome.target());
        insert.setLong(17, run);
    }

    /**
     * Outcomes of one target that started in a span of the boot clock, by sequence. Those of a kind
     * that this version does not know are left out.
     */
    static List<Outcome> read(
            Connection connection, long run, String target, long fromMillis, long toMillis)
            throws SQLException {
        var outcomes = new ArrayList<Outcome>();
        try (PreparedStatement select = connection.prepareStatement(SELECT)) {
            select.setLong(1, run);
            select.setString(2, target);
            select.setLong(3, fromMillis);
            select.setLong(4, toMillis);
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    Outcome outcome = outcome(row, target);
                    if (outcome != null) {
                        outcomes.add(outcome);
                    }
                }
            }
        }
        return outcomes;
    }

    /**
     * Removes outcomes of one target that started in a span of the boot clock.
     *
     * @return how many there were
     */
    static int delete(
            Connection connection, long run, String target, long fromMillis, long toMillis)
            throws SQLException {
        try (PreparedStatement delete =
                connection.prepareStatement(
                        "DELETE FROM outcome WHERE run = ? AND target = ? AND start_millis >= ?"
                                + " AND start_millis < ?")) {
            delete.setLong(1, run);
            delete.setString(2, target);
            delete.setLong(3, fromMillis);
            delete.setLong(4, toMillis);
            return delete.executeUpdate();
        }
    }

    private static @Nullable Outcome outcome(ResultSet row, String target) throws SQLException {
        ProbeKind kind = StoredNames.kind(row.getString(2));
        if (kind == null) {
            return null;
        }
        return new Outcome(
                row.getLong(1),
                target,
                kind,
                row.getLong(3),
                row.getLong(4),
                row.getLong(5),
                StoredNames.state(row.getInt(6)),
                StoredNames.phase(row.getString(7)),
                row.getString(8),
                new Timings(
                        row.getInt(9),
                        row.getInt(10),
                        row.getInt(11),
                        row.getInt(12),
                        row.getInt(13),
                        row.getInt(14)),
                DetailsText.read(row.getString(15)));
    }
}
