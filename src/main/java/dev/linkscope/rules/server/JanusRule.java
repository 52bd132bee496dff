package dev.linkscope.rules.server;

import dev.linkscope.domain.Statement;
import dev.linkscope.domain.diagnosis.Finding;
import dev.linkscope.domain.diagnosis.Layer;
import dev.linkscope.domain.diagnosis.Severity;
import dev.linkscope.domain.past.PastKind;
import dev.linkscope.rules.Clues;
import dev.linkscope.rules.FactSheet;
import dev.linkscope.rules.PrinterCase;
import dev.linkscope.rules.Rule;

/** The program that streams video is missing or ended: a picture every ten seconds is left. */
final class JanusRule implements Rule {
    @Override
    public String id() {
        return "streaming.janus";
    }

    @Override
    public Layer layer() {
        return Layer.PLUGIN;
    }

    @Override
    public Finding judge(PrinterCase printer) {
        var clues = new Clues(this);
        FactSheet facts = printer.facts();
        int missing =
                Logs.sinceStart(printer, PastKind.STREAMING_FAILED, "janus_missing").size()
                        + Logs.sinceStart(printer, PastKind.STREAMING_FAILED, "janus_ended").size();
        if (missing > 0) {
            clues.strong("log", Statement.of("clue.janus.log", missing));
        }
        Boolean streams = printer.plugin() == null ? null : printer.plugin().streams();
        if (Boolean.FALSE.equals(streams)) {
            clues.strong("report", Statement.of("clue.janus.report"));
        }
        // The plugin starts it only once it is connected.
        boolean started = BeyondPath.pluginOf(printer).works();
        if (facts.yes("janus.listening")) {
            clues.against(Statement.of("clue.janus.listens"));
        } else if (!facts.unknown("janus.listening") && started) {
            clues.weak("port", Statement.of("clue.janus.closed"));
        }
        if (facts.yes("obico.streaming_disabled")) {
            clues.against(Statement.of("clue.streaming.disabled"));
        }
        boolean lookedAt = Logs.read(printer) || streams != null;
        if (!clues.any() && facts.unknown("janus.listening") && !lookedAt) {
            clues.missing();
        }
        return clues.conclude(Severity.WATCH);
    }
}
