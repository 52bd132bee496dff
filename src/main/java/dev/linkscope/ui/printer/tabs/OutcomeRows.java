package dev.linkscope.ui.printer.tabs;

import dev.linkscope.domain.history.TimedOutcome;
import dev.linkscope.domain.probe.Outcome;
import dev.linkscope.domain.probe.Phase;
import dev.linkscope.domain.probe.ProbeKind;
import dev.linkscope.domain.probe.SlotState;
import dev.linkscope.engine.history.OutcomesCsv;
import dev.linkscope.support.CsvCell;
import dev.linkscope.support.OneLine;
import dev.linkscope.support.WireName;
import dev.linkscope.ui.common.Wording;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Puts attempts into words; thousands at once, so not on the window's thread. What the same words
 * are made of is looked up once. Not thread-safe.
 */
final class OutcomeRows {
    private static final int LONGEST = 60;
    private static final double SECOND = 1_000;

    private final Wording wording;
    private final Instant now;
    private final Map<String, String> known = new HashMap<>();

    OutcomeRows(Wording wording, Instant now) {
        this.wording = wording;
        this.now = now;
    }

    /** The rows of these, in their order. */
    List<OutcomeRow> of(List<TimedOutcome> outcomes) {
        return outcomes.stream().map(this::row).toList();
    }

    private OutcomeRow row(TimedOutcome timed) {
        Outcome outcome = timed.outcome();
        Phase phase = outcome.phase();
        String time = wording.when(timed.at(), now);
        String probe = probe(outcome.kind(), wording);
        String result = text("outcome.state." + WireName.of(outcome.state()));
        String where = phase == null ? "" : text("phase." + phase.name());
        String words = words(outcome);
        long millis = timed.took().toMillis();
        String took =
                millis < SECOND
                        ? wording.text("figure.millis", millis)
                        : wording.text("outcome.seconds", millis / SECOND);
        String details = OutcomesCsv.details(outcome.details());
        String searched =
                Stream.of(
                                time,
                                probe,
                                result,
                                where,
                                words,
                                details,
                                OneLine.of(outcome.target(), LONGEST),
                                outcome.errorClass() == null ? "" : outcome.errorClass())
                        .collect(Collectors.joining("\n"))
                        .toLowerCase(Locale.ROOT);
        return new OutcomeRow(timed, time, probe, result, where, words, took, details, searched);
    }

    private String text(String key) {
        return known.computeIfAbsent(key, wording::text);
    }

    /** What a probe checks. */
    static String probe(ProbeKind kind, Wording wording) {
        return wording.text("outcome.probe." + kind.wireName());
    }

    /** How it failed, or why it was not measured; empty where it is ok. */
    private String words(Outcome outcome) {
        String named = outcome.errorClass();
        if (outcome.state() == SlotState.OK || named == null) {
            return "";
        }
        Phase phase = outcome.phase();
        String pane = outcome.kind().wireName().startsWith("webcam") ? "webcam" : "server";
        boolean ofPane = pane.equals("webcam") || outcome.kind().wireName().startsWith("server");
        String full = phase == null ? "" : "finding." + pane + "." + phase.wireName() + "." + named;
        return known.computeIfAbsent(
                full + "|" + named + ofPane,
                key -> {
                    if (ofPane && !full.isEmpty() && wording.messages().has(full)) {
                        return wording.text(full);
                    }
                    String word = "outcome.class." + named;
                    return wording.messages().has(word)
                            ? wording.text(word)
                            : OneLine.of(named, LONGEST);
                });
    }

    /** Rows for the clipboard: a line each, columns apart by tabs, times in UTC. */
    static String copied(List<OutcomeRow> rows) {
        return rows.stream()
                .map(row ->
                        Stream.of(
                                        row.timed().at().toString(),
                                        row.probe(),
                                        row.result(),
                                        row.phase(),
                                        row.words(),
                                        row.took(),
                                        row.details())
                                .map(CsvCell::plain)
                                .collect(Collectors.joining("\t")))
                .collect(Collectors.joining("\n"));
    }
}
