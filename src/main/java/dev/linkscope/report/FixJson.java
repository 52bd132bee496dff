package dev.linkscope.report;

import dev.linkscope.domain.coverage.Trace;
import dev.linkscope.domain.fix.ActionCall;
import dev.linkscope.domain.fix.FixCase;
import dev.linkscope.domain.fix.LedgerEntry;
import dev.linkscope.domain.fix.Span;
import dev.linkscope.domain.fix.Trial;
import dev.linkscope.domain.fix.ValueChange;
import dev.linkscope.domain.report.PrinterReport;
import dev.linkscope.domain.report.ReportedFix;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Writes what was tried with a printer. */
final class FixJson {
    private final StatementJson statements;
    private final FixTitles titles;

    FixJson(StatementJson statements, FixTitles titles) {
        this.statements = statements;
        this.titles = titles;
    }

    void put(ArrayNode into, PrinterReport printer) {
        printer.fixes().forEach(fix -> put(into.addObject(), printer, fix));
    }

    private void put(ObjectNode node, PrinterReport printer, ReportedFix fix) {
        FixCase one = fix.fixCase();
        node.put("id", one.id());
        node.put("group", one.group());
        node.put("cause", one.cause());
        node.put("plan", one.plan());
        node.put("title", titles.plan(one.plan(), printer.name()));
        JsonValues.put(node, "pane", one.pane());
        JsonValues.put(node, "begun", one.begun());
        node.put("step", one.step());
        JsonValues.put(node, "state", one.state());
        JsonValues.put(node, "remindAt", one.remindAt());
        ArrayNode steps = node.putArray("steps");
        for (int i = 0; i < one.trials().size(); i++) {
            putTrial(steps.addObject(), printer, one, i);
        }
        ArrayNode ledger = node.putArray("ledger");
        fix.entries().forEach(entry -> putEntry(ledger.addObject(), printer, entry));
    }

    private void putTrial(ObjectNode node, PrinterReport printer, FixCase one, int index) {
        Trial trial = one.trials().get(index);
        node.put("step", trial.step());
        node.put("title", titles.step(trial.step(), printer.name()));
        putSpan(node.putObject("baseline"), trial.baseline());
        JsonValues.put(node, "changedAt", trial.changedAt());
        ArrayNode away = node.putArray("away");
        trial.away().forEach(span -> putSpan(away.addObject(), span));
        JsonValues.put(node, "undoneAt", trial.undoneAt());
        JsonValues.put(node, "result", trial.state());
        JsonValues.put(node, "decidedAt", trial.decidedAt());
        Trace trace = TrialCounts.trace(printer, one);
        putCounts(node, "before", TrialCounts.before(trial, trace));
        putCounts(node, "after", TrialCounts.after(one, index, trace));
    }

    private static void putSpan(ObjectNode node, Span span) {
        JsonValues.put(node, "from", span.from());
        JsonValues.put(node, "to", span.to());
    }

    private static void putCounts(ObjectNode node, String name, @Nullable TrialCounts counts) {
        if (counts == null) {
            node.putNull(name);
        } else {
            node.putObject(name).put("measured", counts.measured()).put("failed", counts.failed());
        }
    }

    private void putEntry(ObjectNode node, PrinterReport printer, LedgerEntry entry) {
        node.put("id", entry.id());
        node.put("step", entry.step());
        node.put("title", titles.step(entry.step(), printer.name()));
        putAction(node, entry.action());
        node.put("who", entry.who());
        JsonValues.put(node, "begun", entry.begun());
        JsonValues.put(node, "ended", entry.ended());
        JsonValues.put(node, "state", entry.state());
        ArrayNode changes = node.putArray("changes");
        for (ValueChange change : entry.changes()) {
            changes.addObject()
                    .put("place", change.place())
                    .put("before", change.before())
                    .put("after", change.after());
        }
        ArrayNode said = node.putArray("said");
        entry.said().forEach(one -> statements.put(said.addObject(), one));
    }

    private static void putAction(ObjectNode node, @Nullable ActionCall action) {
        if (action == null) {
            node.putNull("action");
            return;
        }
        ObjectNode call = node.putObject("action").put("id", action.id());
        ObjectNode args = call.putObject("args");
        new TreeMap<>(action.args()).forEach(args::put);
    }
}
