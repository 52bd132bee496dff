package dev.linkscope.store;

import dev.linkscope.domain.fix.CaseState;
import dev.linkscope.domain.fix.FixCase;
import dev.linkscope.domain.fix.FixPane;
import dev.linkscope.domain.fix.Span;
import dev.linkscope.domain.fix.Trial;
import dev.linkscope.domain.fix.TrialState;
import dev.linkscope.domain.printer.PrinterId;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Rows of cases and their trials, inside the caller's transaction. */
final class FixCaseTable {
    private static final Logger LOG = LoggerFactory.getLogger(FixCaseTable.class);

    private final FixRows rows;

    FixCaseTable(Connection connection) {
        this.rows = new FixRows(connection);
    }

    /** Writes a case in place of what is there under its id. */
    void save(FixCase fixCase) throws SQLException {
        rows.update(
                "INSERT INTO fix_case (case_id, fix_group, printer, plan, cause, pane,"
                        + " begun_micros, step, state, remind_micros)"
                        + " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"
                        + " ON CONFLICT (case_id) DO UPDATE SET fix_group = excluded.fix_group,"
                        + " printer = excluded.printer, plan = excluded.plan,"
                        + " cause = excluded.cause, pane = excluded.pane,"
                        + " begun_micros = excluded.begun_micros, step = excluded.step,"
                        + " state = excluded.state, remind_micros = excluded.remind_micros",
                fixCase.id(),
                fixCase.group(),
                fixCase.printer().toString(),
                fixCase.plan(),
                fixCase.cause(),
                fixCase.pane().wireName(),
                fixCase.begun(),
                fixCase.step(),
                fixCase.state().wireName(),
                fixCase.remindAt());
        long number = rows.number("SELECT id FROM fix_case WHERE case_id = ?", fixCase.id());
        rows.update("DELETE FROM fix_away WHERE fix_case = ?", number);
        rows.update("DELETE FROM fix_trial WHERE fix_case = ?", number);
        int ordinal = 0;
        for (Trial trial : fixCase.trials()) {
            add(number, ordinal++, trial);
        }
    }

    private void add(long fixCase, int ordinal, Trial trial) throws SQLException {
        rows.update(
                "INSERT INTO fix_trial (fix_case, ordinal, step, from_micros, to_micros,"
                        + " changed_micros, undone_micros, state, decided_micros)"
                        + " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)",
                fixCase,
                ordinal,
                trial.step(),
                trial.baseline().from(),
                trial.baseline().to(),
                trial.changedAt(),
                trial.undoneAt(),
                trial.state().wireName(),
                trial.decidedAt());
        int away = 0;
        for (Span span : trial.away()) {
            rows.update(
                    "INSERT INTO fix_away (fix_case, trial, ordinal, from_micros, to_micros)"
                            + " VALUES (?, ?, ?, ?, ?)",
                    fixCase,
                    ordinal,
                    away++,
                    span.from(),
                    span.to());
        }
    }

    /** All cases, the oldest first. One that only a newer version understands is left out. */
    List<FixCase> all() throws SQLException {
        Map<Long, List<Away>> away =
                rows.byOwner(
                        "SELECT fix_case, trial, from_micros, to_micros FROM fix_away"
                                + " ORDER BY fix_case, trial, ordinal",
                        row -> new Away(row.number(2), new Span(row.moment(3), row.moment(4))));
        Map<Long, List<Tried>> trials =
                rows.byOwner(
                        "SELECT fix_case, ordinal, step, from_micros, to_micros, changed_micros,"
                                + " undone_micros, state, decided_micros FROM fix_trial"
                                + " ORDER BY fix_case, ordinal",
                        row ->
                                new Tried(
                                        row.number(2),
                                        row.text(3),
                                        new Span(row.moment(4), row.moment(5)),
                                        row.moment(6),
                                        row.momentOrNull(7),
                                        row.text(8),
                                        row.momentOrNull(9)));
        return rows.all(
                "SELECT id, case_id, fix_group, printer, plan, cause, pane, begun_micros, step,"
                        + " state, remind_micros FROM fix_case ORDER BY begun_micros, id",
                row -> {
                    Map<Long, List<Span>> spans = new HashMap<>();
                    away.getOrDefault(row.number(1), List.of()).forEach(span -> span.addTo(spans));
                    return read(row, trials.getOrDefault(row.number(1), List.of()), spans);
                });
    }

    private static @Nullable FixCase read(
            FixRows.Row row, List<Tried> trials, Map<Long, List<Span>> away) throws SQLException {
        String id = row.text(2);
        try {
            return new FixCase(
                    id,
                    row.text(3),
                    new PrinterId(UUID.fromString(row.text(4))),
                    row.text(5),
                    row.text(6),
                    WireNames.of(FixPane.class, row.text(7)),
                    row.moment(8),
                    row.text(9),
                    trials.stream()
                            .map(tried ->
                                    tried.trial(away.getOrDefault(tried.ordinal(), List.of())))
                            .toList(),
                    WireNames.of(CaseState.class, row.text(10)),
                    row.momentOrNull(11));
        } catch (IllegalArgumentException e) {
            LOG.warn("Left out a case that this version does not understand: {}", id, e);
            return null;
        }
    }

    /** A span without power of a trial. */
    private record Away(long trial, Span span) {
        void addTo(Map<Long, List<Span>> spans) {
            spans.computeIfAbsent(trial, _ -> new ArrayList<>()).add(span);
        }
    }

    /** A row of a trial. */
    private record Tried(
            long ordinal,
            String step,
            Span baseline,
            Instant changedAt,
            @Nullable Instant undoneAt,
            String state,
            @Nullable Instant decidedAt) {
        Trial trial(List<Span> away) {
            return new Trial(
                    step,
                    baseline,
                    changedAt,
                    away,
                    undoneAt,
                    WireNames.of(TrialState.class, state),
                    decidedAt);
        }
    }
}
