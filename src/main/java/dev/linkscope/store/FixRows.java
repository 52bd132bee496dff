package dev.linkscope.store;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Rows of tables whose texts are {@link ExactText}, inside the caller's transaction. */
record FixRows(Connection connection) {
    /** Runs a statement, texts and moments given as they are; how many rows it changed. */
    int update(String sql, @Nullable Object... parameters) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            for (int i = 0; i < parameters.length; i++) {
                statement.setObject(i + 1, stored(parameters[i]));
            }
            return statement.executeUpdate();
        }
    }

    /** The number of the row with that text as its key. */
    long number(String sql, String key) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement(sql)) {
            select.setString(1, ExactText.write(key));
            try (ResultSet row = select.executeQuery()) {
                if (!row.next()) {
                    throw new SQLException("a row that was just written is gone");
                }
                return row.getLong(1);
            }
        }
    }

    /** What is read from each row, in its order. */
    <T> List<T> all(String sql, Reader<T> reader, @Nullable Object... parameters)
            throws SQLException {
        List<T> all = new ArrayList<>();
        try (PreparedStatement select = connection.prepareStatement(sql)) {
            for (int i = 0; i < parameters.length; i++) {
                select.setObject(i + 1, stored(parameters[i]));
            }
            try (ResultSet rows = select.executeQuery()) {
                while (rows.next()) {
                    T read = reader.read(new Row(rows));
                    if (read != null) {
                        all.add(read);
                    }
                }
            }
        }
        return all;
    }

    /** What is read from each row, by the number that its first column holds. */
    <T> Map<Long, List<T>> byOwner(String sql, Reader<T> reader) throws SQLException {
        Map<Long, List<T>> all = new LinkedHashMap<>();
        try (PreparedStatement select = connection.prepareStatement(sql);
                ResultSet rows = select.executeQuery()) {
            while (rows.next()) {
                T read = reader.read(new Row(rows));
                if (read != null) {
                    all.computeIfAbsent(rows.getLong(1), _ -> new ArrayList<>()).add(read);
                }
            }
        }
        return all;
    }

    private static @Nullable Object stored(@Nullable Object value) {
        return switch (value) {
            case null -> null;
            case String text -> ExactText.write(text);
            case Instant moment -> micros(moment);
            default -> value;
        };
    }

    /** Times without end have no number of microseconds; they stay without end. */
    private static long micros(Instant moment) {
        if (moment.equals(Instant.MAX)) {
            return Long.MAX_VALUE;
        }
        return moment.equals(Instant.MIN) ? Long.MIN_VALUE : Micros.of(moment);
    }

    private static Instant moment(long micros) {
        if (micros == Long.MAX_VALUE) {
            return Instant.MAX;
        }
        return micros == Long.MIN_VALUE ? Instant.MIN : Micros.instant(micros);
    }

    /** Makes a value of one row; null leaves it out. */
    @FunctionalInterface
    interface Reader<T> {
        @Nullable T read(Row row) throws SQLException;
    }

    /** One row, by the numbers of its columns. */
    record Row(ResultSet columns) {
        long number(int column) throws SQLException {
            return columns.getLong(column);
        }

        String text(int column) throws SQLException {
            String text = textOrNull(column);
            return text == null ? "" : text;
        }

        @Nullable String textOrNull(int column) throws SQLException {
            return ExactText.read(columns.getString(column));
        }

        Instant moment(int column) throws SQLException {
            return FixRows.moment(columns.getLong(column));
        }

        @Nullable Instant momentOrNull(int column) throws SQLException {
            long micros = columns.getLong(column);
            return columns.wasNull() ? null : FixRows.moment(micros);
        }
    }
}
