package dev.linkscope.bench.result;

import java.util.List;

/**
 * One table of a bench or a study.
 *
 * @param load processes that ran or waited for a core when it began; below 0 if unknown
 * @param rows a cell for each column
 * @param notes what has to be known to read it, whole sentences
 */
public record Table(
        String title,
        double load,
        List<Column> columns,
        List<List<Cell>> rows,
        List<String> notes) {
    public Table {
        columns = List.copyOf(columns);
        rows = rows.stream().map(List::copyOf).toList();
        notes = List.copyOf(notes);
        for (List<Cell> row : rows) {
            if (row.size() != columns.size()) {
                throw new IllegalArgumentException(
                        "%s: %d cells for %d columns: %s"
                                .formatted(title, row.size(), columns.size(), row));
            }
        }
    }
}
