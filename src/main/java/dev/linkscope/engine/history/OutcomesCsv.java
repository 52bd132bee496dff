package dev.linkscope.engine.history;

import dev.linkscope.domain.history.TimedOutcome;
import dev.linkscope.domain.probe.Outcome;
import dev.linkscope.domain.probe.Phase;
import dev.linkscope.domain.probe.ProbeKind;
import dev.linkscope.domain.probe.SlotState;
import dev.linkscope.support.CsvCell;
import dev.linkscope.support.OneLine;
import dev.linkscope.support.WireName;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * Single attempts as CSV (RFC 4180), a line each. The first columns are those of the slots that a
 * report is written as; none is taken for a formula by a spreadsheet.
 */
public final class OutcomesCsv {
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
                    "probe",
                    "target",
                    "slot",
                    "took_seconds",
                    "details");

    private static final int LONGEST_NAME = 60;
    private static final int LONGEST_DETAILS = 500;
    private static final String LINE_END = "\r\n";

    private OutcomesCsv() {}

    /**
     * Outcomes of one printer, in their order, after the names of the columns.
     *
     * @param printer its name
     */
    public static String of(String printer, List<TimedOutcome> outcomes) {
        var text = new StringBuilder(String.join(",", COLUMNS)).append(LINE_END);
        outcomes.forEach(outcome -> append(text, printer, outcome));
        return text.toString();
    }

    private static void append(StringBuilder text, String printer, TimedOutcome timed) {
        Outcome outcome = timed.outcome();
        Phase phase = outcome.phase();
        String named = outcome.errorClass() == null ? "" : outcome.errorClass();
        boolean failed = outcome.state() == SlotState.FAILED;
        String[] cells = {
            printer,
            pane(outcome.kind()),
            timed.at().toString(),
            WireName.of(outcome.state()),
            phase == null ? "" : phase.wireName(),
            failed ? OneLine.of(named, LONGEST_NAME) : "",
            outcome.state() == SlotState.NOT_MEASURED ? OneLine.of(named, LONGEST_NAME) : "",
            outcome.kind().wireName(),
            OneLine.of(outcome.target(), LONGEST_NAME),
            Long.toString(outcome.slot()),
            BigDecimal.valueOf(timed.took().toMillis(), 3).toPlainString(),
            details(outcome.details())
        };
        for (int i = 0; i < cells.length; i++) {
            text.append(i == 0 ? "" : ",").append(CsvCell.of(cells[i]));
        }
        text.append(LINE_END);
    }

    /** Readings of an attempt on one line, by name. */
    public static String details(Map<String, String> details) {
        return OneLine.of(
                new TreeMap<>(details)
                        .entrySet().stream()
                                .map(entry -> entry.getKey() + "=" + entry.getValue())
                                .collect(Collectors.joining("; ")),
                LONGEST_DETAILS);
    }

    private static String pane(ProbeKind kind) {
        return switch (kind) {
            case SERVER_HTTP -> "server";
            case WEBCAM_SNAPSHOT -> "webcam";
            default -> "";
        };
    }
}
