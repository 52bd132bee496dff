package dev.linkscope.inventory;

import dev.linkscope.domain.Statement;
import dev.linkscope.engine.port.PrinterListReader.Kind;
import dev.linkscope.engine.port.PrinterListReader.UnreadableListException;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** What is found in a list while it is read. */
final class Rows {
    /** More printers than one Linkscope can watch. */
    static final int MOST = 5_000;

    private final Kind kind;
    private final List<Row> rows = new ArrayList<>();
    private final Set<Statement> notes = new LinkedHashSet<>();

    Rows(Kind kind) {
        this.kind = kind;
    }

    /** Takes one more row. */
    void add(Row row) throws UnreadableListException {
        if (rows.size() == MOST) {
            throw new UnreadableListException(Statement.of("list.too_many", MOST));
        }
        rows.add(row);
    }

    /** Something the user has to know of the list as a whole; said once. */
    void note(String key, Object... args) {
        notes.add(Statement.of(key, args));
    }

    Kind kind() {
        return kind;
    }

    List<Row> rows() {
        return rows;
    }

    List<Statement> notes() {
        return List.copyOf(notes);
    }
}
