package dev.linkscope.store;

import dev.linkscope.domain.history.UserNote;
import dev.linkscope.domain.printer.PrinterId;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The table of the user's notes, inside the caller's transaction. */
final class NoteTable {
    private static final Logger LOG = LoggerFactory.getLogger(NoteTable.class);

    private final FixRows rows;

    NoteTable(Connection connection) {
        this.rows = new FixRows(connection);
    }

    /** Adds a note or replaces the one of its id. */
    void keep(UserNote note) throws SQLException {
        PrinterId printer = note.printer();
        rows.update(
                "INSERT INTO note (note_id, printer, at_micros, written_micros, text)"
                        + " VALUES (?, ?, ?, ?, ?) ON CONFLICT (note_id) DO UPDATE SET"
                        + " printer = excluded.printer, at_micros = excluded.at_micros,"
                        + " written_micros = excluded.written_micros, text = excluded.text",
                note.id(),
                printer == null ? null : printer.toString(),
                note.at(),
                note.writtenAt(),
                note.text());
    }

    void forget(String noteId) throws SQLException {
        rows.update("DELETE FROM note WHERE note_id = ?", noteId);
    }

    /** Notes on a printer and on all, in the span, oldest first. */
    List<UserNote> of(PrinterId printer, Instant from, Instant to) throws SQLException {
        return rows.all(
                "SELECT note_id, printer, at_micros, written_micros, text FROM note"
                        + " WHERE (printer = ? OR printer IS NULL)"
                        + " AND at_micros >= ? AND at_micros < ? ORDER BY at_micros, id",
                NoteTable::note,
                printer.toString(),
                from,
                to);
    }

    private static @Nullable UserNote note(FixRows.Row row) throws SQLException {
        String printer = row.textOrNull(2);
        try {
            return new UserNote(
                    row.text(1),
                    printer == null ? null : new PrinterId(UUID.fromString(printer)),
                    row.moment(3),
                    row.moment(4),
                    row.text(5));
        } catch (IllegalArgumentException e) {
            LOG.warn("Left out a note on a printer that is none", e);
            return null;
        }
    }
}
