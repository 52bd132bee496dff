package dev.linkscope.report;

import dev.linkscope.domain.diagnosis.Layer;
import dev.linkscope.domain.diagnosis.LayerState;
import dev.linkscope.domain.history.UserNote;
import dev.linkscope.domain.past.PastEvent;
import dev.linkscope.domain.past.PastKind;
import dev.linkscope.domain.past.PastRecord;
import dev.linkscope.domain.plugin.PluginSeries;
import dev.linkscope.domain.printer.PrinterId;
import dev.linkscope.domain.probe.JointCounts;
import dev.linkscope.domain.report.PrinterDetails;

/** Reads what {@link DetailsJson} writes. */
final class DetailsParser {
    private final StatementJson statements;

    DetailsParser(StatementJson statements) {
        this.statements = statements;
    }

    /** The details of a printer; none if the report is older than that. */
    PrinterDetails read(Fields printer) {
        Fields node = printer.objectOrNull("details");
        if (node == null) {
            return PrinterDetails.NONE;
        }
        PrinterId id = FixParser.id(printer.text("id"));
        return new PrinterDetails(
                node.textOrNull("agentVersion"),
                node.list("chain").stream().map(DetailsParser::layer).toList(),
                node.list("series").stream().map(DetailsParser::step).toList(),
                node.list("past").stream().map(DetailsParser::log).toList(),
                node.list("said").stream().map(statements::read).toList(),
                node.list("notes").stream().map(note -> note(id, note)).toList());
    }

    private static LayerState layer(Fields node) {
        Fields counts = node.object("counts");
        int measured = counts.count("measured");
        int failed = counts.count("failed");
        if (failed < 0 || failed > measured) {
            throw counts.wrong("failed");
        }
        return new LayerState(
                node.oneOf("layer", Layer.class),
                node.oneOf("health", LayerState.Health.class),
                new JointCounts(measured, failed));
    }

    private static PluginSeries.Step step(Fields node) {
        return new PluginSeries.Step(
                node.time("from"),
                node.time("to"),
                node.flag("restarted"),
                node.flagOrNull("connected"),
                count(node.object("server")),
                count(node.object("webcam")));
    }

    private static PluginSeries.Count count(Fields node) {
        return new PluginSeries.Count(node.count("attempts"), node.count("errors"));
    }

    private static PastRecord log(Fields node) {
        return new PastRecord(
                node.text("source"),
                node.time("from"),
                node.time("to"),
                node.list("events").stream().map(DetailsParser::event).toList());
    }

    private static PastEvent event(Fields node) {
        return new PastEvent(
                node.oneOf("kind", PastKind.class),
                node.time("from"),
                node.time("to"),
                node.text("errorClass"),
                node.count("count"));
    }

    private static UserNote note(PrinterId printer, Fields node) {
        return new UserNote(
                node.text("id"),
                node.flag("everyPrinter") ? null : printer,
                node.time("at"),
                node.time("writtenAt"),
                node.text("text"));
    }
}
