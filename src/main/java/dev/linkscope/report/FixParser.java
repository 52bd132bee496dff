package dev.linkscope.report;

import dev.linkscope.domain.fix.ActionCall;
import dev.linkscope.domain.fix.CaseState;
import dev.linkscope.domain.fix.EntryState;
import dev.linkscope.domain.fix.FixCase;
import dev.linkscope.domain.fix.FixPane;
import dev.linkscope.domain.fix.LedgerEntry;
import dev.linkscope.domain.fix.Span;
import dev.linkscope.domain.fix.Trial;
import dev.linkscope.domain.fix.TrialState;
import dev.linkscope.domain.fix.ValueChange;
import dev.linkscope.domain.printer.PrinterId;
import dev.linkscope.domain.report.ReportedFix;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Reads what {@link FixJson} writes. */
final class FixParser {
    private final StatementJson statements;

    FixParser(StatementJson statements) {
        this.statements = statements;
    }

    /** What was tried; nothing if the report is older than that. */
    List<ReportedFix> read(Fields printer) {
        if (!printer.node().has("fixes")) {
            return List.of();
        }
        PrinterId id = id(printer.text("id"));
        return printer.list("fixes").stream().map(fix -> fix(id, fix)).toList();
    }

    /** In a report the id of a printer is any text. */
    static PrinterId id(String text) {
        try {
            return new PrinterId(UUID.fromString(text));
        } catch (IllegalArgumentException _) {
            return new PrinterId(UUID.nameUUIDFromBytes(text.getBytes(StandardCharsets.UTF_8)));
        }
    }

    private ReportedFix fix(PrinterId printer, Fields node) {
        String id = node.text("id");
        var fixCase =
                new FixCase(
                        id,
                        node.text("group"),
                        printer,
                        node.text("plan"),
                        node.text("cause"),
                        node.oneOf("pane", FixPane.class),
                        node.time("begun"),
                        node.text("step"),
                        node.list("steps").stream().map(FixParser::trial).toList(),
                        node.oneOf("state", CaseState.class),
                        node.timeOrNull("remindAt"));
        return new ReportedFix(
                fixCase,
                node.list("ledger").stream().map(entry -> entry(printer, id, entry)).toList());
    }

    private static Trial trial(Fields node) {
        return new Trial(
                node.text("step"),
                span(node.object("baseline")),
                node.time("changedAt"),
                node.list("away").stream().map(FixParser::span).toList(),
                node.timeOrNull("undoneAt"),
                node.oneOf("result", TrialState.class),
                node.timeOrNull("decidedAt"));
    }

    private static Span span(Fields node) {
        Instant from = node.time("from");
        Instant to = node.time("to");
        if (to.isBefore(from)) {
            throw node.wrong("to");
        }
        return new Span(from, to);
    }

    private LedgerEntry entry(PrinterId printer, String fixCase, Fields node) {
        return new LedgerEntry(
                node.text("id"),
                fixCase,
                printer,
                node.text("step"),
                action(node.objectOrNull("action")),
                node.text("who"),
                node.time("begun"),
                node.timeOrNull("ended"),
                node.oneOf("state", EntryState.class),
                node.list("changes").stream().map(FixParser::change).toList(),
                null,
                node.list("said").stream().map(statements::read).toList());
    }

    private static @Nullable ActionCall action(@Nullable Fields node) {
        if (node == null) {
            return null;
        }
        Fields fields = node.object("args");
        Map<String, String> args = new HashMap<>();
        fields.node().propertyNames().forEach(name -> args.put(name, fields.text(name)));
        return new ActionCall(node.text("id"), args);
    }

    private static ValueChange change(Fields node) {
        return new ValueChange(
                node.text("place"), node.textOrNull("before"), node.textOrNull("after"));
    }
}
