package dev.linkscope.report.file;

import dev.linkscope.domain.probe.SlotState;
import dev.linkscope.engine.port.TraceReader;
import dev.linkscope.engine.port.UnreadableTraceException;
import dev.linkscope.i18n.Messages;
import dev.linkscope.support.OneLine;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/**
 * Traces out of CSV: a time (ISO 8601 or seconds since 1970) and whether it was ok (1, 0, true,
 * false, or nothing for not measured). A first line that begins with a letter or # is a header; one
 * that names {@code time} and {@code ok} may put them in any column.
 */
public final class CsvTraceReader implements TraceReader {
    /** Longest cell that a sentence quotes. */
    private static final int MOST_SHOWN = 41;

    private final Refusals refusals;

    /** A reader that explains itself in the language of the messages. */
    public CsvTraceReader(Messages messages) {
        this.refusals = new Refusals(messages);
    }

    @Override
    public boolean reads(Path file, byte[] head) {
        return file.toString().toLowerCase(Locale.ROOT).endsWith(".csv");
    }

    @Override
    public RecordedTrace read(Path file, Request request) throws UnreadableTraceException {
        refusals.check(file, Refusals.MAX_BYTES);
        // Not Files.newBufferedReader: a stray byte in a comment must not end the reading.
        try (var in =
                new BufferedReader(
                        new InputStreamReader(
                                Files.newInputStream(file), StandardCharsets.UTF_8))) {
            return onGrid(grid(new CsvRows(in)), request.cadence());
        } catch (CsvRows.OpenQuoteException e) {
            throw refusals.of("open_quote", e.line);
        } catch (IOException e) {
            throw refusals.fileUnreadable(file);
        }
    }

    private RecordedTrace onGrid(SlotGrid grid, Duration cadence) throws UnreadableTraceException {
        if (grid.isEmpty()) {
            throw refusals.of("empty");
        }
        SlotGrid.Filled filled = grid.fill(cadence);
        if (filled == null) {
            throw refusals.of("too_long", grid.span(cadence), cadence);
        }
        return new RecordedTrace(filled.trace(), false, filled.duplicates());
    }

    /** Which columns hold what, from 0. */
    private record Columns(int time, int ok) {
        static final Columns USUAL = new Columns(0, 1);

        static Columns named(List<String> header) {
            List<String> names =
                    header.stream().map(name -> name.toLowerCase(Locale.ROOT)).toList();
            int time = names.indexOf("time");
            int ok = names.indexOf("ok");
            return time >= 0 && ok >= 0 ? new Columns(time, ok) : USUAL;
        }
    }

    private SlotGrid grid(CsvRows rows)
            throws IOException, UnreadableTraceException, CsvRows.OpenQuoteException {
        var grid = new SlotGrid();
        Columns columns = Columns.USUAL;
        CsvRows.Row row = rows.next();
        if (row != null && isHeader(row)) {
            columns = Columns.named(row.fields());
            row = rows.next();
        }
        for (; row != null; row = rows.next()) {
            add(grid, row, columns);
        }
        return grid;
    }

    private static boolean isHeader(CsvRows.Row row) {
        String first = row.fields().getFirst();
        return first.startsWith("#")
                || (!first.isEmpty() && Character.isLetter(first.codePointAt(0)));
    }

    private void add(SlotGrid grid, CsvRows.Row row, Columns columns)
            throws UnreadableTraceException {
        if (row.fields().size() <= Math.max(columns.time(), columns.ok())) {
            throw refusals.of("missing_column", row.line());
        }
        String time = row.fields().get(columns.time());
        OptionalLong micros = CsvTime.micros(time);
        if (micros.isEmpty() || (grid.isEmpty() && CsvTime.isFarAway(micros.getAsLong()))) {
            throw refusals.of("bad_time", row.line(), shown(time));
        }
        String ok = row.fields().get(columns.ok());
        SlotState state = stateOf(ok);
        if (state == null) {
            throw refusals.of("bad_value", row.line(), shown(ok));
        }
        if (!grid.add(micros.getAsLong(), state)) {
            throw refusals.of("too_many_lines", row.line());
        }
    }

    private static @Nullable SlotState stateOf(String ok) {
        return switch (ok.toLowerCase(Locale.ROOT)) {
            case "1", "true" -> SlotState.OK;
            case "0", "false" -> SlotState.FAILED;
            case "" -> SlotState.NOT_MEASURED;
            default -> null;
        };
    }

    /** Enough of a wrong field to find it; a broken file may hold anything at any length. */
    private static String shown(String field) {
        return OneLine.of(field, MOST_SHOWN);
    }
}
