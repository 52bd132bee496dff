package dev.linkscope.store;

import dev.linkscope.domain.fact.Fact;
import dev.linkscope.domain.fact.FactStatus;
import dev.linkscope.domain.history.FactReading;
import dev.linkscope.domain.history.ReadingPace;
import dev.linkscope.domain.printer.PrinterId;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The tables of facts over time, inside the caller's transaction. */
final class ReadingTable {
    private static final Logger LOG = LoggerFactory.getLogger(ReadingTable.class);

    /** A longer value is no reading that a chart or a rule asks for. */
    private static final int LONGEST = 200;

    private static final String COLUMNS = "at_seconds, status, value, unit, reason";

    private final Connection connection;

    ReadingTable(Connection connection) {
        this.connection = connection;
    }

    /** The number of a series, which begins with this if there is none. */
    long series(PrinterId printer, String key) throws SQLException {
        Long known = find(printer, key);
        if (known != null) {
            return known;
        }
        try (PreparedStatement insert =
                connection.prepareStatement(
                        "INSERT INTO series (printer, fact_key) VALUES (?, ?)"
                                + " ON CONFLICT DO NOTHING")) {
            insert.setString(1, printer.toString());
            insert.setString(2, key);
            insert.executeUpdate();
        }
        Long made = find(printer, key);
        if (made == null) {
            throw new SQLException("a series that was just begun is gone");
        }
        return made;
    }

    private @Nullable Long find(PrinterId printer, String key) throws SQLException {
        try (PreparedStatement select =
                connection.prepareStatement(
                        "SELECT id FROM series WHERE printer = ? AND fact_key = ?")) {
            select.setString(1, printer.toString());
            select.setString(2, key);
            try (ResultSet row = select.executeQuery()) {
                return row.next() ? row.getLong(1) : null;
            }
        }
    }

    /**
     * Takes a reading: kept if it says something new, or the same as an hour before. Of numbers
     * that never rest the newest of each stretch of their pace stays.
     */
    void add(long series, Fact fact, Instant at, ReadingPace pace) throws SQLException {
        if (fact.value() != null && fact.value().length() > LONGEST) {
            return;
        }
        long seconds = Moments.near(at).getEpochSecond();
        Row before = last(series, seconds);
        if (before != null) {
            if (before.says(fact) && seconds - before.seconds < ReadingPace.CONFIRMED.toSeconds()) {
                return;
            }
        }
        long grid = pace.grid().toSeconds();
        long begin = Math.floorDiv(seconds, grid) * grid;
        Row newest = last(series, begin + grid - 1);
        if (newest != null && newest.seconds > seconds && newest.seconds >= begin) {
            // What comes late is not the newest of its stretch.
            return;
        }
        if (before != null && before.seconds >= begin) {
            delete(series, before.seconds);
        }
        insert(series, seconds, fact);
    }

    private @Nullable Row last(long series, long until) throws SQLException {
        try (PreparedStatement select =
                connection.prepareStatement(
                        "SELECT "
                                + COLUMNS
                                + " FROM reading WHERE series = ? AND at_seconds <= ?"
                                + " ORDER BY at_seconds DESC LIMIT 1")) {
            select.setLong(1, series);
            select.setLong(2, until);
            try (ResultSet row = select.executeQuery()) {
                return row.next() ? Row.of(row) : null;
            }
        }
    }

    private void delete(long series, long seconds) throws SQLException {
        try (PreparedStatement delete =
                connection.prepareStatement(
                        "DELETE FROM reading WHERE series = ? AND at_seconds = ?")) {
            delete.setLong(1, series);
            delete.setLong(2, seconds);
            delete.executeUpdate();
        }
    }

    private void insert(long series, long seconds, Fact fact) throws SQLException {
        try (PreparedStatement insert =
                connection.prepareStatement(
                        "INSERT INTO reading (series, "
                                + COLUMNS
                                + ") VALUES (?, ?, ?, ?, ?, ?) ON CONFLICT DO NOTHING")) {
            insert.setLong(1, series);
            insert.setLong(2, seconds);
            insert.setString(3, fact.status().name());
            insert.setString(4, StoredNames.text(fact.value()));
            insert.setString(5, StoredNames.text(fact.unit()));
            insert.setString(6, StoredNames.text(fact.reason()));
            insert.executeUpdate();
        }
    }

    /**
     * Readings of a printer in a span, and of each fact the last one before it; oldest first.
     *
     * @param keys empty for all that are kept
     */
    List<FactReading> of(PrinterId printer, Set<String> keys, Instant from, Instant to)
            throws SQLException {
        long first = Moments.near(from).getEpochSecond();
        long end = Moments.near(to).getEpochSecond();
        var found = new ArrayList<FactReading>();
        for (Map.Entry<String, Long> series : all(printer).entrySet()) {
            if (keys.isEmpty() || keys.contains(series.getKey())) {
                Row before = last(series.getValue(), first - 1);
                if (before != null) {
                    before.addTo(found, series.getKey());
                }
                addWithin(found, series.getKey(), series.getValue(), first, end);
            }
        }
        found.sort(Comparator.comparing(FactReading::at));
        return found;
    }

    private Map<String, Long> all(PrinterId printer) throws SQLException {
        var found = new TreeMap<String, Long>();
        try (PreparedStatement select =
                connection.prepareStatement("SELECT fact_key, id FROM series WHERE printer = ?")) {
            select.setString(1, printer.toString());
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    found.put(row.getString(1), row.getLong(2));
                }
            }
        }
        return found;
    }

    private void addWithin(List<FactReading> found, String key, long series, long from, long to)
            throws SQLException {
        try (PreparedStatement select =
                connection.prepareStatement(
                        "SELECT "
                                + COLUMNS
                                + " FROM reading WHERE series = ? AND at_seconds >= ?"
                                + " AND at_seconds < ? ORDER BY at_seconds")) {
            select.setLong(1, series);
            select.setLong(2, from);
            select.setLong(3, to);
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    Row.of(row).addTo(found, key);
                }
            }
        }
    }

    /** One reading as it is stored. */
    private record Row(
            long seconds,
            String status,
            @Nullable String value,
            @Nullable String unit,
            @Nullable String reason) {
        static Row of(ResultSet row) throws SQLException {
            return new Row(
                    row.getLong(1),
                    row.getString(2),
                    row.getString(3),
                    row.getString(4),
                    row.getString(5));
        }

        boolean says(Fact fact) {
            return equals(
                    new Row(
                            seconds,
                            fact.status().name(),
                            StoredNames.text(fact.value()),
                            StoredNames.text(fact.unit()),
                            StoredNames.text(fact.reason())));
        }

        /** A status that only a newer version knows is left out. */
        void addTo(List<FactReading> found, String key) {
            try {
                var fact = new Fact(key, FactStatus.valueOf(status), value, unit, reason);
                found.add(new FactReading(Instant.ofEpochSecond(seconds), fact));
            } catch (IllegalArgumentException e) {
                LOG.debug("Left out a reading of an unknown status", e);
            }
        }
    }
}
