package dev.linkscope.report.file;

import dev.linkscope.domain.coverage.NotMeasured;
import dev.linkscope.domain.coverage.Slot;
import dev.linkscope.domain.probe.Phase;
import dev.linkscope.domain.probe.SlotState;
import dev.linkscope.engine.port.UnreadableTraceException;
import dev.linkscope.support.OneLine;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalLong;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Slots out of rows whose columns have names. */
final class SlotRow {
    /** Longest cell that a sentence quotes. */
    private static final int MOST_SHOWN = 41;

    /** What probes call a failure; anything else comes from somebody else. */
    private static final Pattern CLASS = Pattern.compile("[a-z][a-z0-9_.]{0,39}");

    /** Digits are limited so that no number takes long to read. */
    private static final Pattern SECONDS = Pattern.compile("\\d{1,9}(?:[.,]\\d{1,9})?");

    /** The end of the year 9999, where ISO 8601 dates end too. */
    private static final long LAST_SECOND = 253_402_300_800L;

    private final Map<String, Integer> columns = new HashMap<>();
    private final Refusals refusals;

    /** Cadences repeat from row to row; reading one is dear. */
    private String lastCadence = "";

    private Duration lastSpan = Duration.ZERO;

    SlotRow(List<String> header, Refusals refusals) {
        this.refusals = refusals;
        for (int i = 0; i < header.size(); i++) {
            columns.putIfAbsent(header.get(i).toLowerCase(Locale.ROOT), i);
        }
    }

    /** A cell that every row has. */
    String cell(CsvRows.Row row, String name) throws UnreadableTraceException {
        String cell = optional(row, name);
        if (cell == null) {
            throw refusals.of("missing_cell", row.line(), name);
        }
        return cell;
    }

    private @Nullable String optional(CsvRows.Row row, String name) {
        Integer column = columns.get(name);
        return column == null || column >= row.fields().size() ? null : row.fields().get(column);
    }

    /** The slot of a row. */
    Slot slot(CsvRows.Row row) throws UnreadableTraceException {
        Instant start = time(row);
        String state = cell(row, "state");
        return switch (stateOf(state)) {
            case OK -> Slot.ok(start, -1);
            case NOT_MEASURED -> Slot.notMeasured(start, reason(optional(row, "reason")));
            case FAILED ->
                    new Slot(
                            start,
                            start,
                            SlotState.FAILED,
                            phase(optional(row, "phase")),
                            errorClass(optional(row, "class")),
                            null,
                            -1);
            case null -> throw refusals.of("bad_state", row.line(), shown(state));
        };
    }

    /** Time to the next slot; the usual one where the file does not say. */
    Duration cadence(CsvRows.Row row, Duration usual) throws UnreadableTraceException {
        String text = optional(row, "cadence_seconds");
        if (text == null || text.isEmpty()) {
            return usual;
        }
        if (!text.equals(lastCadence)) {
            if (!SECONDS.matcher(text).matches()) {
                throw refusals.of("bad_cadence", row.line(), shown(text));
            }
            long nanos = new BigDecimal(text.replace(',', '.')).movePointRight(9).longValueExact();
            if (nanos == 0) {
                throw refusals.of("bad_cadence", row.line(), shown(text));
            }
            lastCadence = text;
            lastSpan = Duration.ofNanos(nanos);
        }
        return lastSpan;
    }

    private Instant time(CsvRows.Row row) throws UnreadableTraceException {
        String text = cell(row, "start");
        try {
            Instant start = Instant.parse(text);
            if (start.getEpochSecond() >= 0 && start.getEpochSecond() < LAST_SECOND) {
                return start;
            }
        } catch (DateTimeException _) {
            OptionalLong micros = CsvTime.micros(text);
            if (micros.isPresent() && !CsvTime.isFarAway(micros.getAsLong())) {
                return Instant.EPOCH.plus(micros.getAsLong(), ChronoUnit.MICROS);
            }
        }
        throw refusals.of("bad_time", row.line(), shown(text));
    }

    private static @Nullable SlotState stateOf(String text) {
        for (SlotState state : SlotState.values()) {
            if (state.name().equalsIgnoreCase(text)) {
                return state;
            }
        }
        return null;
    }

    private static @Nullable Phase phase(@Nullable String text) {
        for (Phase phase : Phase.values()) {
            if (phase.wireName().equals(text)) {
                return phase;
            }
        }
        return null;
    }

    private static @Nullable String errorClass(@Nullable String text) {
        return text != null && CLASS.matcher(text).matches() ? text : null;
    }

    private static NotMeasured reason(@Nullable String text) {
        for (NotMeasured reason : NotMeasured.values()) {
            if (reason.wireName().equals(text)) {
                return reason;
            }
        }
        return NotMeasured.NOT_ASKED;
    }

    /** Enough of a wrong cell to find it; a broken file may hold anything at any length. */
    private static String shown(String field) {
        return OneLine.of(field, MOST_SHOWN);
    }
}
