package dev.linkscope.report;

import dev.linkscope.domain.fix.ActionCall;
import dev.linkscope.domain.fix.FixCase;
import dev.linkscope.domain.fix.LedgerEntry;
import dev.linkscope.domain.fix.Trial;
import dev.linkscope.domain.fix.ValueChange;
import dev.linkscope.domain.report.ReportedFix;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Cleans what was tried. What an action needs to undo itself stays out: it may be a whole file.
 *
 * @param report cleans its texts
 * @param owner whose fixes they are
 */
record FixCleaner(ReportCleaner report, OwnId owner) {
    ReportedFix fix(ReportedFix fix) {
        return new ReportedFix(
                fixCase(fix.fixCase()), fix.entries().stream().map(this::entry).toList());
    }

    private FixCase fixCase(FixCase one) {
        return new FixCase(
                report.name(one.id()),
                report.name(one.group()),
                owner.of(one.printer()),
                report.name(one.plan()),
                report.name(one.cause()),
                one.pane(),
                one.begun(),
                report.name(one.step()),
                one.trials().stream().map(this::trial).toList(),
                one.state(),
                one.remindAt());
    }

    private Trial trial(Trial trial) {
        return new Trial(
                report.name(trial.step()),
                trial.baseline(),
                trial.changedAt(),
                trial.away(),
                trial.undoneAt(),
                trial.state(),
                trial.decidedAt());
    }

    private LedgerEntry entry(LedgerEntry entry) {
        return new LedgerEntry(
                report.name(entry.id()),
                report.name(entry.fixCase()),
                owner.of(entry.printer()),
                report.name(entry.step()),
                action(entry.action()),
                report.person(entry.who()),
                entry.begun(),
                entry.ended(),
                entry.state(),
                entry.changes().stream().map(this::change).toList(),
                null,
                report.statements(entry.said()));
    }

    private @Nullable ActionCall action(@Nullable ActionCall call) {
        if (call == null) {
            return null;
        }
        Map<String, String> args = new HashMap<>();
        call.args()
                .forEach((name, value) ->
                        args.put(
                                report.text(name),
                                Objects.requireNonNullElse(report.value(name, value), "")));
        return new ActionCall(report.name(call.id()), args);
    }

    private ValueChange change(ValueChange change) {
        return new ValueChange(
                report.text(change.place()),
                report.nullable(change.before()),
                report.nullable(change.after()));
    }
}
