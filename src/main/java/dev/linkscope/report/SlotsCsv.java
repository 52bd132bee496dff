package dev.linkscope.report;

import dev.linkscope.domain.coverage.NotMeasured;
import dev.linkscope.domain.coverage.Segment;
import dev.linkscope.domain.coverage.Slot;
import dev.linkscope.domain.probe.Phase;
import dev.linkscope.domain.report.Pane;
import dev.linkscope.domain.report.PrinterReport;
import dev.linkscope.engine.report.Progress;
import dev.linkscope.support.CsvCell;
import java.io.BufferedWriter;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Every slot of a report as CSV (RFC 4180), a line each, in UTF-8. No cell is taken for a formula
 * by a spreadsheet: one that could be begins with an apostrophe.
 */
public final class SlotsCsv {
    /** Names of the columns, in their order. */
    public static final List<String> COLUMNS =
            List.of(
                    "printer",
                    "pane",
                    "start",
                    "state",
                    "phase",
                    "class",
                    "reason",
                    "cadence_seconds");

    private static final Pattern CLASS = Pattern.compile("[a-z][a-z0-9_.]{0,39}");

    private static final String LINE_END = "\r\n";

    private SlotsCsv() {}

    /** The slots of both panes of a printer that was redacted, in UTF-8. */
    public static byte[] of(PrinterReport printer) {
        var out = new ByteArrayOutputStream();
        try {
            write(List.of(printer), out, Progress.NONE);
        } catch (IOException e) {
            throw new UncheckedIOException("memory does not fail", e);
        }
        return out.toByteArray();
    }

    /**
     * Writes the slots of printers that were redacted; the stream stays open. Two printers of one
     * name have their ids behind it.
     *
     * @param progress is told each printer
     */
    public static void write(List<PrinterReport> printers, OutputStream out, Progress progress)
            throws IOException {
        Writer writer =
                new BufferedWriter(new OutputStreamWriter(out, StandardCharsets.UTF_8), 1 << 16);
        writer.write(String.join(",", COLUMNS) + LINE_END);
        Set<String> seen = new HashSet<>();
        Set<String> several = new HashSet<>();
        printers.forEach(printer -> {
            if (!seen.add(printer.name())) {
                several.add(printer.name());
            }
        });
        int done = 0;
        for (PrinterReport printer : printers) {
            progress.at(done++, printers.size());
            String name =
                    several.contains(printer.name())
                            ? printer.name() + " (" + printer.id() + ")"
                            : printer.name();
            writePane(writer, name, "server", printer.server());
            writePane(writer, name, "webcam", printer.webcam());
        }
        writer.flush();
        progress.at(done, printers.size());
    }

    private static void writePane(Writer writer, String printer, String which, @Nullable Pane pane)
            throws IOException {
        if (pane == null) {
            return;
        }
        String front = CsvCell.of(printer) + ',' + which + ',';
        var starts = new UtcStamps();
        var row = new StringBuilder();
        for (Segment segment : pane.trace().segments()) {
            String end = ',' + seconds(segment.cadence()) + LINE_END;
            for (Slot slot : segment.slots()) {
                row.setLength(0);
                row.append(front).append(starts.of(slot.scheduled())).append(',');
                row.append(state(slot)).append(',');
                row.append(phase(slot.phase())).append(',');
                row.append(errorClass(slot.errorClass())).append(',');
                row.append(reason(slot.reason())).append(end);
                writer.append(row);
            }
        }
    }

    private static String state(Slot slot) {
        return switch (slot.state()) {
            case OK -> "ok";
            case FAILED -> "failed";
            case NOT_MEASURED -> "not_measured";
        };
    }

    private static String phase(@Nullable Phase phase) {
        return phase == null ? "" : phase.wireName();
    }

    /** It comes from the printer's computer: anything but a name of ours stays out. */
    private static String errorClass(@Nullable String name) {
        return name != null && CLASS.matcher(name).matches() ? name : "";
    }

    private static String reason(@Nullable NotMeasured reason) {
        return reason == null ? "" : reason.wireName();
    }

    private static String seconds(Duration span) {
        return BigDecimal.valueOf(span.getSeconds())
                .add(BigDecimal.valueOf(span.getNano(), 9))
                .stripTrailingZeros()
                .toPlainString();
    }
}
