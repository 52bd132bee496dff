package dev.linkscope.report.file;

import dev.linkscope.domain.coverage.Slot;
import dev.linkscope.engine.port.TraceReader;
import dev.linkscope.engine.port.UnreadableTraceException;
import dev.linkscope.i18n.Messages;
import dev.linkscope.report.ReportJson;
import dev.linkscope.report.SlotsCsv;
import dev.linkscope.support.CsvCell;
import dev.linkscope.support.OneLine;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Traces out of the CSV that a report is written as ({@link SlotsCsv}), in any order of lines. Its
 * columns are found by their names, so that a spreadsheet may have added some.
 */
public final class SlotsCsvReader implements TraceReader {
    /** Fifty printers over a week have 300 MB; only the pane that is wanted is kept. */
    private static final long MAX_BYTES = 1000L * 1000 * 1000;

    private static final List<String> NEEDED = List.of("printer", "pane", "start", "state");

    /** More names than that help nobody in a sentence. */
    private static final int MOST_NAMES = 30;

    private final Refusals refusals;

    /** A reader that explains itself in the language of the messages. */
    public SlotsCsvReader(Messages messages) {
        this.refusals = new Refusals(messages);
    }

    @Override
    public boolean reads(Path file, byte[] head) {
        String first =
                new String(head, StandardCharsets.UTF_8)
                        .lines()
                        .findFirst()
                        .orElse("")
                        .replaceAll("[\\uFEFF\"]", "");
        return List.of(first.split("[,;]")).containsAll(NEEDED);
    }

    @Override
    public RecordedTrace read(Path file, Request request) throws UnreadableTraceException {
        refusals.check(file, MAX_BYTES);
        try (var in =
                new BufferedReader(
                        new InputStreamReader(
                                Files.newInputStream(file), StandardCharsets.UTF_8))) {
            return read(new CsvRows(in), request);
        } catch (CsvRows.OpenQuoteException e) {
            throw refusals.of("open_quote", e.line);
        } catch (IOException e) {
            throw refusals.fileUnreadable(file);
        }
    }

    private RecordedTrace read(CsvRows rows, Request request)
            throws IOException, UnreadableTraceException, CsvRows.OpenQuoteException {
        CsvRows.Row header = rows.next();
        SlotRow reading = new SlotRow(header == null ? List.of() : header.fields(), refusals);
        var slots = new TimedSlots();
        Set<String> printers = new TreeSet<>();
        String wanted = request.printer() == null ? null : CsvCell.plain(request.printer());
        for (CsvRows.Row row = rows.next(); row != null; row = rows.next()) {
            String printer = reading.cell(row, "printer");
            // One more than is shown, and the one that is wanted.
            if (printers.size() <= MOST_NAMES || printer.equals(wanted)) {
                printers.add(printer);
            }
            if (printers.size() > 1 && wanted == null) {
                continue;
            }
            boolean asked = wanted == null || printer.equals(wanted);
            if (asked && reading.cell(row, "pane").equals(request.pane())) {
                Slot slot = reading.slot(row);
                if (slots.size() == ReportJson.MAX_SLOTS) {
                    throw refusals.of("too_many_lines", row.line());
                }
                slots.add(slot, reading.cadence(row, request.cadence()));
            }
        }
        return trace(slots, printers, wanted, request);
    }

    private RecordedTrace trace(
            TimedSlots slots, Set<String> printers, @Nullable String wanted, Request request)
            throws UnreadableTraceException {
        if (printers.isEmpty()) {
            throw refusals.of("empty");
        }
        if (wanted == null && printers.size() > 1) {
            throw refusals.of("which_printer", names(printers));
        }
        if (wanted != null && !printers.contains(wanted)) {
            throw refusals.of("no_such_printer", wanted, names(printers));
        }
        if (slots.size() == 0) {
            throw refusals.of("no_pane", request.pane(), wanted == null ? names(printers) : wanted);
        }
        TimedSlots.Ordered ordered = slots.ordered();
        return new RecordedTrace(ordered.trace(), false, ordered.duplicates());
    }

    private static String names(Set<String> printers) {
        List<String> shown =
                printers.stream().limit(MOST_NAMES).map(name -> OneLine.of(name, 60)).toList();
        String all = String.join(", ", shown);
        return printers.size() > MOST_NAMES ? all + ", …" : all;
    }
}
