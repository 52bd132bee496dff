package dev.linkscope.report.file;

import dev.linkscope.domain.coverage.NotMeasured;
import dev.linkscope.domain.coverage.Segment;
import dev.linkscope.domain.coverage.Slot;
import dev.linkscope.domain.coverage.Trace;
import dev.linkscope.engine.port.TraceReader;
import dev.linkscope.engine.port.UnreadableTraceException;
import dev.linkscope.i18n.Messages;
import dev.linkscope.report.ReportJson;
import dev.linkscope.support.OneLine;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Traces out of plain text, one character a slot: {@code 1} ok, {@code 0} or {@code X} failed,
 * {@code .} not measured; white space is passed over, anything else refused. It has no clock, so it
 * starts at 1970-01-01T00:00:00Z.
 */
public final class TextTraceReader implements TraceReader {
    private static final int END = -1;
    private static final int BYTE_ORDER_MARK = 0xFEFF;

    private final Refusals refusals;

    /** A reader that explains itself in the language of the messages. */
    public TextTraceReader(Messages messages) {
        this.refusals = new Refusals(messages);
    }

    @Override
    public boolean reads(Path file, byte[] head) {
        return file.toString().toLowerCase(Locale.ROOT).endsWith(".txt");
    }

    @Override
    public RecordedTrace read(Path file, Request request) throws UnreadableTraceException {
        refusals.check(file, Refusals.MAX_BYTES);
        try (var in =
                new BufferedReader(
                        new InputStreamReader(
                                Files.newInputStream(file), StandardCharsets.UTF_8))) {
            List<Slot> slots = slots(in, request.cadence());
            if (slots.isEmpty()) {
                throw refusals.of("empty");
            }
            var segment = new Segment(request.cadence(), slots);
            return new RecordedTrace(new Trace(List.of(segment)), true, 0);
        } catch (IOException e) {
            throw refusals.fileUnreadable(file);
        }
    }

    private List<Slot> slots(BufferedReader in, Duration cadence)
            throws IOException, UnreadableTraceException {
        List<Slot> slots = new ArrayList<>();
        Instant due = Instant.EPOCH;
        int line = 1;
        int column = 0;
        boolean afterReturn = false;
        for (int c = in.read(); c != END; c = in.read()) {
            column++;
            if (c == '\n' || c == '\r') {
                line += c == '\n' && afterReturn ? 0 : 1;
                column = 0;
            } else if (!Character.isWhitespace(c) && !(c == BYTE_ORDER_MARK && slots.isEmpty())) {
                slots.add(slot((char) c, due, line, column));
                due = due.plus(cadence);
            }
            afterReturn = c == '\r';
            if (slots.size() > ReportJson.MAX_SLOTS) {
                throw refusals.of("too_many_lines", line);
            }
        }
        return slots;
    }

    private Slot slot(char letter, Instant due, int line, int column)
            throws UnreadableTraceException {
        return switch (letter) {
            case '1' -> Slot.ok(due, -1);
            case '0', 'X' -> Slot.failed(due, null);
            case '.' -> Slot.notMeasured(due, NotMeasured.NOT_ASKED);
            default ->
                    throw refusals.of(
                            "bad_character",
                            line,
                            column,
                            OneLine.isPlain(String.valueOf(letter)) ? String.valueOf(letter) : "?");
        };
    }
}
