package dev.linkscope.bench;

import dev.linkscope.bench.result.Cell;
import dev.linkscope.bench.result.Column;
import dev.linkscope.bench.result.ResultsMarkdown;
import dev.linkscope.bench.result.Table;
import java.io.PrintStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * A table of a bench or a study: printed, and added to the {@link BenchRun}, whose files begin anew
 * with each run and name the machine.
 */
public final class BenchReport {
    private final String title;
    private final double load = Machine.load();
    private final List<Column> columns;
    private final List<List<Cell>> rows = new ArrayList<>();
    private final List<String> notes = new ArrayList<>();

    /**
     * A table without rows; notes the load that it starts under.
     *
     * @param columns headings; a unit stands after the last comma, as in {@code resident, MiB}
     */
    public BenchReport(String title, String... columns) {
        this.title = title;
        this.columns = Arrays.stream(columns).map(Column::new).toList();
    }

    /** A share, 0 to 1, with one decimal of a percent. */
    public static Cell percent(double share) {
        return Cell.percent(share);
    }

    /** Three digits that count. */
    public static Cell number(double value) {
        return Cell.number(value);
    }

    /** A whole number, its thousands apart. */
    public static Cell count(double value) {
        return Cell.count(value);
    }

    /** Adds a row, a cell for each column. */
    public void row(Object... cells) {
        rows.add(Arrays.stream(cells).map(Cell::of).toList());
    }

    /** Adds a sentence that stands below the table. */
    public void note(String sentence) {
        notes.add(sentence);
    }

    /** Prints the table and adds it to the run. */
    public void write() {
        var table = new Table(title, load, columns, rows, notes);
        PrintStream out = System.out;
        out.print(ResultsMarkdown.of(table));
        BenchRun.CURRENT.add(table);
    }
}
