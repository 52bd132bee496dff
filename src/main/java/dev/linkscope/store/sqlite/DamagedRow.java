package dev.linkscope.store.sqlite;

import dev.linkscope.domain.fact.FactStatus;
import dev.linkscope.store.Chunks;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One row of a damaged file.
 *
 * @param columns their names
 * @param values in the same order
 */
record DamagedRow(List<String> columns, List<@Nullable Object> values) {
    @Nullable Object value(String column) {
        int index = columns.indexOf(column);
        return index < 0 ? null : values.get(index);
    }

    /** A whole number; -1 for anything else. */
    long number(String column) {
        return value(column) instanceof Number number ? number.longValue() : -1;
    }

    /** Whether a column holds a text that is not empty. */
    boolean text(String column) {
        return value(column) instanceof String text && !text.isEmpty();
    }

    /** Whether a column holds the id of a printer. */
    boolean id(String column) {
        try {
            return value(column) instanceof String text
                    && UUID.fromString(text).toString().equals(text);
        } catch (IllegalArgumentException _) {
            return false;
        }
    }

    /** Whether it belongs to a row that came back. */
    boolean of(String column, Collection<Long> owners) {
        return owners.contains(number(column));
    }

    boolean factStatus() {
        try {
            return value("status") instanceof String status
                    && FactStatus.valueOf(status).name().equals(status);
        } catch (IllegalArgumentException _) {
            return false;
        }
    }

    /** Whether it is a compressed hour that can be read as a whole. */
    boolean chunk() {
        return value("data") instanceof byte[] data
                && value("target") instanceof String target
                && Chunks.whole(target, data, number("outcomes"));
    }

    String insert(String table) {
        return "INSERT OR IGNORE INTO "
                + table
                + " ("
                + String.join(", ", columns)
                + ") VALUES ("
                + String.join(", ", Collections.nCopies(columns.size(), "?"))
                + ")";
    }

    void bind(PreparedStatement insert) throws SQLException {
        for (int i = 0; i < values.size(); i++) {
            insert.setObject(i + 1, values.get(i));
        }
    }
}
