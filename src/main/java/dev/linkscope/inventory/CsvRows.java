package dev.linkscope.inventory;

import dev.linkscope.domain.diagnosis.Failure;
import dev.linkscope.domain.diagnosis.FailureCode;
import dev.linkscope.engine.port.PrinterListReader.Kind;
import dev.linkscope.engine.port.PrinterListReader.UnreadableListException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.ObjectReader;
import tools.jackson.dataformat.csv.CsvMapper;
import tools.jackson.dataformat.csv.CsvReadFeature;
import tools.jackson.dataformat.csv.CsvSchema;

/**
 * CSV as RFC 4180 has it, with comma, semicolon or tab, with or without headings, and plain lists
 * of one address a line. Each record is read by itself, so that a quote that is never closed costs
 * one line and not the rest.
 */
final class CsvRows {
    private static final CsvMapper MAPPER =
            CsvMapper.builder().enable(CsvReadFeature.WRAP_AS_ARRAY).build();

    /** Columns of a list without headings. */
    private static final List<Column> PLAIN =
            List.of(Column.TARGET, Column.NAME, Column.SERVER, Column.SNAPSHOT);

    /** Lines that a quoted cell may span. */
    private static final int MOST_LINES = 5;

    private static final int LONGEST_LINE = 10_000;
    private static final int LOOKED_AT = 50;

    private final List<String> lines;
    private final ObjectReader reader;
    private final Rows rows = new Rows(Kind.CSV);

    private CsvRows(List<String> lines, char separator) {
        this.lines = lines;
        this.reader =
                MAPPER.readerFor(String[][].class)
                        .with(CsvSchema.emptySchema().withColumnSeparator(separator));
    }

    /** What the text holds. */
    static Rows of(String text) throws UnreadableListException {
        return new CsvRows(text.lines().toList(), separator(text)).read();
    }

    /** Whether the line names columns, one of which is where the printer is. */
    static boolean isHeading(String line) {
        return Arrays.stream(line.split("[,;\t]", -1))
                        .map(cell -> Column.named(unquoted(cell)))
                        .anyMatch(Column.TARGET::equals)
                && headings(Arrays.stream(line.split("[,;\t]", -1)).map(CsvRows::unquoted).toList())
                        != null;
    }

    private static String unquoted(String cell) {
        return cell.strip().replaceAll("^\"|\"$", "");
    }

    /** The character that most lines have. */
    private static char separator(String text) {
        List<String> first = Text.significant(text).stream().limit(LOOKED_AT).toList();
        char best = ',';
        for (char candidate : new char[] {';', '\t'}) {
            if (having(first, candidate) > having(first, best)) {
                best = candidate;
            }
        }
        return best;
    }

    private static long having(List<String> lines, char separator) {
        return lines.stream().filter(line -> line.indexOf(separator) >= 0).count();
    }

    private Rows read() throws UnreadableListException {
        List<@Nullable Column> columns = null;
        for (int at = 0; at < lines.size(); ) {
            String line = lines.get(at).strip();
            if (line.isEmpty() || line.startsWith("#")) {
                at++;
                continue;
            }
            Cells found = cells(at);
            at += found.lines();
            if (columns == null) {
                columns = headings(found.cells());
                if (columns != null) {
                    tellUnknown(found.cells(), columns);
                    continue;
                }
                columns = new ArrayList<>(PLAIN);
            }
            rows.add(found.broken() ? broken(line) : row(found.cells(), columns));
        }
        return rows;
    }

    /** The cells of a record, and how many lines it took. */
    private record Cells(List<String> cells, int lines, boolean broken) {}

    private Cells cells(int from) {
        var record = new StringBuilder();
        for (int more = 0; more < MOST_LINES && from + more < lines.size(); more++) {
            record.append(more == 0 ? "" : "\n").append(lines.get(from + more).strip());
            if (record.length() > LONGEST_LINE) {
                break;
            }
            String[][] found = parsed(record.toString());
            if (found.length == 1) {
                return new Cells(
                        Arrays.stream(found[0]).map(cell -> cell == null ? "" : cell).toList(),
                        more + 1,
                        false);
            }
        }
        return new Cells(List.of(), 1, true);
    }

    /** The records in the text; none if a quote is open, which the next line may close. */
    private String[][] parsed(String text) {
        try {
            return reader.readValue(text);
        } catch (JacksonException _) {
            return new String[0][];
        }
    }

    private static Row broken(String line) {
        // What stands before an at sign may be a password.
        String shown = EntryMaker.word(line.substring(line.lastIndexOf('@') + 1));
        return new Row(Failure.of(FailureCode.UNREADABLE_ROW, shown));
    }

    private static Row row(List<String> cells, List<@Nullable Column> columns) {
        var row = new Row();
        for (int i = 0; i < Math.min(cells.size(), columns.size()); i++) {
            Column column = columns.get(i);
            if (column != null) {
                row.put(column, cells.get(i));
            }
        }
        if (row.get(Column.TARGET) == null && columns.equals(PLAIN)) {
            return new Row(
                    Failure.of(
                            FailureCode.LISTED_WITHOUT_ADDRESS,
                            EntryMaker.word(String.join(",", cells))));
        }
        return row;
    }

    /** The columns that the cells name; null if they name none but are a printer themselves. */
    private static @Nullable List<@Nullable Column> headings(List<String> cells) {
        List<@Nullable Column> columns = new ArrayList<>();
        cells.forEach(cell -> columns.add(Column.named(cell)));
        long known = columns.stream().filter(column -> column != null).count();
        boolean leads = !columns.isEmpty() && columns.getFirst() == Column.TARGET;
        boolean most = columns.contains(Column.TARGET) && known * 2 > columns.size();
        return leads || most ? columns : null;
    }

    private void tellUnknown(List<String> cells, List<@Nullable Column> columns) {
        var unknown = new ArrayList<String>();
        for (int i = 0; i < cells.size(); i++) {
            if (columns.get(i) == null && !cells.get(i).isBlank()) {
                unknown.add(EntryMaker.word(cells.get(i)).toLowerCase(Locale.ROOT));
            }
        }
        if (!unknown.isEmpty()) {
            rows.note(
                    "list.note.columns",
                    unknown.stream().limit(10).collect(Collectors.joining(", ")));
        }
    }
}
