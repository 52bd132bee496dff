package dev.linkscope.store;

import dev.linkscope.domain.Statement;
import dev.linkscope.domain.fix.ActionCall;
import dev.linkscope.domain.fix.EntryState;
import dev.linkscope.domain.fix.LedgerEntry;
import dev.linkscope.domain.fix.ValueChange;
import dev.linkscope.domain.printer.PrinterId;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Rows of the ledger, inside the caller's transaction. */
final class LedgerTable {
    private static final Logger LOG = LoggerFactory.getLogger(LedgerTable.class);

    private final FixRows rows;

    LedgerTable(Connection connection) {
        this.rows = new FixRows(connection);
    }

    /** Writes an entry in place of what is there under its id. */
    void save(LedgerEntry entry) throws SQLException {
        ActionCall action = entry.action();
        rows.update(
                "INSERT INTO fix_entry (entry_id, case_id, printer, step, action, who,"
                        + " begun_micros, ended_micros, state, undo)"
                        + " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"
                        + " ON CONFLICT (entry_id) DO UPDATE SET case_id = excluded.case_id,"
                        + " printer = excluded.printer, step = excluded.step,"
                        + " action = excluded.action, who = excluded.who,"
                        + " begun_micros = excluded.begun_micros,"
                        + " ended_micros = excluded.ended_micros, state = excluded.state,"
                        + " undo = excluded.undo",
                entry.id(),
                entry.fixCase(),
                entry.printer().toString(),
                entry.step(),
                action == null ? null : action.id(),
                entry.who(),
                entry.begun(),
                entry.ended(),
                entry.state().wireName(),
                entry.undo());
        long number = rows.number("SELECT id FROM fix_entry WHERE entry_id = ?", entry.id());
        rows.update("DELETE FROM fix_argument WHERE entry = ?", number);
        rows.update("DELETE FROM fix_change WHERE entry = ?", number);
        rows.update("DELETE FROM fix_said WHERE entry = ?", number);
        if (action != null) {
            addArguments(number, action);
        }
        addChanges(number, entry.changes());
        addSaid(number, entry.said());
    }

    private void addArguments(long entry, ActionCall action) throws SQLException {
        int ordinal = 0;
        for (var argument : new TreeMap<>(action.args()).entrySet()) {
            rows.update(
                    "INSERT INTO fix_argument (entry, ordinal, name, value) VALUES (?, ?, ?, ?)",
                    entry,
                    ordinal++,
                    argument.getKey(),
                    argument.getValue());
        }
    }

    private void addChanges(long entry, List<ValueChange> changes) throws SQLException {
        int ordinal = 0;
        for (ValueChange change : changes) {
            rows.update(
                    "INSERT INTO fix_change (entry, ordinal, place, value_before, value_after)"
                            + " VALUES (?, ?, ?, ?, ?)",
                    entry,
                    ordinal++,
                    change.place(),
                    change.before(),
                    change.after());
        }
    }

    private void addSaid(long entry, List<Statement> said) throws SQLException {
        int ordinal = 0;
        for (Statement statement : said) {
            rows.update(
                    "INSERT INTO fix_said (entry, ordinal, text_key, args) VALUES (?, ?, ?, ?)",
                    entry,
                    ordinal++,
                    statement.key(),
                    StatementText.args(statement));
        }
    }

    /** The whole ledger, the oldest entry first. */
    List<LedgerEntry> all() throws SQLException {
        Map<Long, List<Map.Entry<String, String>>> arguments =
                rows.byOwner(
                        "SELECT entry, name, value FROM fix_argument ORDER BY entry, ordinal",
                        row -> Map.entry(row.text(2), row.text(3)));
        Map<Long, List<ValueChange>> changes =
                rows.byOwner(
                        "SELECT entry, place, value_before, value_after FROM fix_change"
                                + " ORDER BY entry, ordinal",
                        row -> new ValueChange(row.text(2), row.textOrNull(3), row.textOrNull(4)));
        Map<Long, List<Statement>> said =
                rows.byOwner(
                        "SELECT entry, text_key, args FROM fix_said ORDER BY entry, ordinal",
                        row -> StatementText.read(row.text(2), row.text(3)));
        return rows.all(
                "SELECT id, entry_id, case_id, printer, step, action, who, begun_micros,"
                        + " ended_micros, state, undo FROM fix_entry ORDER BY begun_micros, id",
                row -> {
                    long number = row.number(1);
                    return read(
                            row,
                            action(row.textOrNull(6), arguments.getOrDefault(number, List.of())),
                            changes.getOrDefault(number, List.of()),
                            said.getOrDefault(number, List.of()));
                });
    }

    private static @Nullable ActionCall action(
            @Nullable String id, List<Map.Entry<String, String>> arguments) {
        if (id == null) {
            return null;
        }
        Map<String, String> args = new TreeMap<>();
        arguments.forEach(argument -> args.put(argument.getKey(), argument.getValue()));
        return new ActionCall(id, args);
    }

    private static @Nullable LedgerEntry read(
            FixRows.Row row,
            @Nullable ActionCall action,
            List<ValueChange> changes,
            List<Statement> said)
            throws SQLException {
        UUID printer;
        try {
            printer = UUID.fromString(row.text(4));
        } catch (IllegalArgumentException e) {
            LOG.warn("Left out an entry of the ledger that has no printer: {}", row.text(2), e);
            return null;
        }
        return new LedgerEntry(
                row.text(2),
                row.text(3),
                new PrinterId(printer),
                row.text(5),
                action,
                row.text(7),
                row.moment(8),
                row.momentOrNull(9),
                state(row.text(10)),
                changes,
                row.textOrNull(11),
                said);
    }

    /** A change that stands in a way that this version does not know may be anything. */
    private static EntryState state(String name) {
        try {
            return WireNames.of(EntryState.class, name);
        } catch (IllegalArgumentException _) {
            return EntryState.INTERRUPTED;
        }
    }
}
