package dev.linkscope.report;

import dev.linkscope.domain.Statement;
import dev.linkscope.domain.fix.ActionCall;
import dev.linkscope.domain.fix.FixCase;
import dev.linkscope.domain.fix.LedgerEntry;
import dev.linkscope.domain.fix.Trial;
import dev.linkscope.domain.fix.ValueChange;
import dev.linkscope.domain.report.ReportedFix;
import java.util.HashMap;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * Cleans what was tried. What an action needs to undo itself stays out: it may be a whole file.
 *
 * @param text cleans a text
 * @param statement cleans a statement
 * @param people aliases of who asked for changes, given in this report: whether it was one person
 *     or two can tell something, what they are called cannot
 */
record FixCleaner(
        UnaryOperator<String> text,
        UnaryOperator<Statement> statement,
        Map<String, String> people) {
    ReportedFix fix(ReportedFix fix) {
        return new ReportedFix(
                fixCase(fix.fixCase()), fix.entries().stream().map(this::entry).toList());
    }

    private FixCase fixCase(FixCase one) {
        return new FixCase(
                text.apply(one.id()),
                text.apply(one.group()),
                one.printer(),
                text.apply(one.plan()),
                text.apply(one.cause()),
                one.pane(),
                one.begun(),
                text.apply(one.step()),
                one.trials().stream().map(this::trial).toList(),
                one.state(),
                one.remindAt());
    }

    private Trial trial(Trial trial) {
        return new Trial(
                text.apply(trial.step()),
                trial.baseline(),
                trial.changedAt(),
                trial.away(),
                trial.undoneAt(),
                trial.state(),
                trial.decidedAt());
    }

    private LedgerEntry entry(LedgerEntry entry) {
        return new LedgerEntry(
                text.apply(entry.id()),
                text.apply(entry.fixCase()),
                entry.printer(),
                text.apply(entry.step()),
                action(entry.action()),
                alias(entry.who()),
                entry.begun(),
                entry.ended(),
                entry.state(),
                entry.changes().stream().map(this::change).toList(),
                null,
                entry.said().stream().map(statement).toList());
    }

    private @Nullable ActionCall action(@Nullable ActionCall call) {
        if (call == null) {
            return null;
        }
        Map<String, String> args = new HashMap<>();
        call.args().forEach((name, value) -> args.put(text.apply(name), text.apply(value)));
        return new ActionCall(text.apply(call.id()), args);
    }

    private ValueChange change(ValueChange change) {
        return new ValueChange(
                text.apply(change.place()), nullable(change.before()), nullable(change.after()));
    }

    /** A number for each person; nobody stays nobody. */
    private String alias(String who) {
        return who.isEmpty()
                ? who
                : people.computeIfAbsent(who, _ -> Integer.toString(people.size() + 1));
    }

    private @Nullable String nullable(@Nullable String words) {
        return words == null ? null : text.apply(words);
    }
}
