package dev.linkscope.launch;

import dev.linkscope.agent.NdjsonTraceReader;
import dev.linkscope.engine.port.TraceReader;
import dev.linkscope.engine.port.TraceReader.RecordedTrace;
import dev.linkscope.engine.port.UnreadableTraceException;
import dev.linkscope.i18n.Messages;
import dev.linkscope.report.file.CsvTraceReader;
import dev.linkscope.report.file.ReportTraceReader;
import dev.linkscope.report.file.SlotsCsvReader;
import dev.linkscope.report.file.TextTraceReader;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads trace files of every format, each by the reader that knows it. */
final class TraceFiles {
    /** Enough to tell the formats apart. */
    private static final int HEAD = 4_096;

    private final List<TraceReader> readers;
    private final TraceReader.Request request;

    /** Files of which the given pane, and printer where there are several, is wanted. */
    TraceFiles(String pane, @Nullable String printer, Duration cadence, Messages messages) {
        this.readers =
                List.of(
                        new ReportTraceReader(messages),
                        new NdjsonTraceReader(),
                        new TextTraceReader(messages),
                        new SlotsCsvReader(messages),
                        new CsvTraceReader(messages));
        this.request = new TraceReader.Request(pane, printer, cadence);
    }

    /** The trace in a file. */
    RecordedTrace read(Path file) throws UnreadableTraceException {
        byte[] head = head(file);
        for (TraceReader reader : readers) {
            if (reader.reads(file, head)) {
                return reader.read(file, request);
            }
        }
        throw new UnreadableTraceException(
                "unknown_format",
                file.getFileName() + " is none of the formats that can be read.",
                "Give the agent's NDJSON, a Linkscope report (.json or .pdf), a .csv or a .txt"
                        + " file.");
    }

    private static byte[] head(Path file) throws UnreadableTraceException {
        try (InputStream in = Files.newInputStream(file)) {
            return in.readNBytes(HEAD);
        } catch (IOException e) {
            throw new UnreadableTraceException(
                    Files.exists(file) ? "unreadable" : "not_found",
                    Files.exists(file) ? file + " cannot be opened." : file + " is not there.",
                    "Check the path and its permissions.");
        }
    }
}
