package dev.linkscope.report;

import dev.linkscope.domain.diagnosis.LayerState;
import dev.linkscope.domain.history.UserNote;
import dev.linkscope.domain.past.PastEvent;
import dev.linkscope.domain.past.PastRecord;
import dev.linkscope.domain.plugin.PluginSeries;
import dev.linkscope.domain.report.PrinterDetails;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Writes what the further pages tell of a printer. */
final class DetailsJson {
    private final StatementJson statements;

    DetailsJson(StatementJson statements) {
        this.statements = statements;
    }

    void put(ObjectNode node, PrinterDetails details) {
        node.put("agentVersion", details.agentVersion());
        ArrayNode chain = node.putArray("chain");
        details.chain().forEach(layer -> putLayer(chain.addObject(), layer));
        ArrayNode series = node.putArray("series");
        details.series().forEach(step -> putStep(series.addObject(), step));
        ArrayNode past = node.putArray("past");
        details.past().forEach(log -> putLog(past.addObject(), log));
        ArrayNode said = node.putArray("said");
        details.said().forEach(one -> statements.put(said.addObject(), one));
        ArrayNode notes = node.putArray("notes");
        details.notes().forEach(note -> putNote(notes.addObject(), note));
    }

    private static void putLayer(ObjectNode node, LayerState layer) {
        node.put("layer", layer.layer().wireName());
        JsonValues.put(node, "health", layer.health());
        node.putObject("counts")
                .put("measured", layer.counts().measured())
                .put("failed", layer.counts().failed());
    }

    private static void putStep(ObjectNode node, PluginSeries.Step step) {
        JsonValues.put(node, "from", step.from());
        JsonValues.put(node, "to", step.to());
        node.put("restarted", step.restarted());
        node.put("connected", step.connected());
        putCount(node.putObject("server"), step.server());
        putCount(node.putObject("webcam"), step.webcam());
    }

    private static void putCount(ObjectNode node, PluginSeries.Count count) {
        node.put("attempts", count.attempts()).put("errors", count.errors());
    }

    private static void putLog(ObjectNode node, PastRecord log) {
        node.put("source", log.source());
        JsonValues.put(node, "from", log.from());
        JsonValues.put(node, "to", log.to());
        ArrayNode events = node.putArray("events");
        for (PastEvent event : log.events()) {
            ObjectNode item = events.addObject();
            JsonValues.put(item, "kind", event.kind());
            JsonValues.put(item, "from", event.from());
            JsonValues.put(item, "to", event.to());
            item.put("errorClass", event.errorClass());
            item.put("count", event.count());
        }
    }

    private static void putNote(ObjectNode node, UserNote note) {
        node.put("id", note.id());
        node.put("everyPrinter", note.printer() == null);
        JsonValues.put(node, "at", note.at());
        JsonValues.put(node, "writtenAt", note.writtenAt());
        node.put("text", note.text());
    }
}
