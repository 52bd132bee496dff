package dev.linkscope.rules.server;

import dev.linkscope.domain.Statement;
import dev.linkscope.domain.diagnosis.Finding;
import dev.linkscope.domain.diagnosis.Layer;
import dev.linkscope.domain.diagnosis.Severity;
import dev.linkscope.rules.Clues;
import dev.linkscope.rules.FactSheet;
import dev.linkscope.rules.PrinterCase;
import dev.linkscope.rules.Rule;

/** Video is switched off in the plugin's settings: nothing is broken. */
final class StreamingDisabledRule implements Rule {
    @Override
    public String id() {
        return "streaming.disabled_by_user";
    }

    @Override
    public Layer layer() {
        return Layer.PLUGIN;
    }

    @Override
    public Finding judge(PrinterCase printer) {
        var clues = new Clues(this);
        FactSheet facts = printer.facts();
        if (facts.yes("obico.streaming_disabled")) {
            clues.certain("settings", Statement.of("clue.streaming.disabled"));
        } else if (facts.no("obico.streaming_disabled")) {
            clues.against(Statement.of("clue.streaming.enabled"));
        } else {
            clues.missing();
        }
        return clues.conclude(Severity.INFO);
    }
}
