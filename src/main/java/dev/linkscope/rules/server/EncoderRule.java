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

/**
 * No part of the computer encodes video: every picture is sent by itself, and the video stutters.
 */
final class EncoderRule implements Rule {
    private static final String WITHOUT = "Raspberry Pi 5";

    @Override
    public String id() {
        return "streaming.encoder";
    }

    @Override
    public Layer layer() {
        return Layer.PLUGIN;
    }

    @Override
    public Finding judge(PrinterCase printer) {
        var clues = new Clues(this);
        FactSheet facts = printer.facts();
        int told = Logs.sinceStart(printer, PastKind.STREAMING_FAILED, "no_h264_encoder").size();
        if (told > 0) {
            clues.strong("log", Statement.of("clue.encoder.log", told));
        }
        String model = facts.text("pi.model").orElse("");
        if (model.contains(WITHOUT)) {
            clues.strong("model", Statement.of("clue.encoder.model", model));
        }
        if (facts.yes("obico.streaming_disabled")) {
            clues.against(Statement.of("clue.streaming.disabled"));
        }
        if (printer.plugin() != null && Boolean.FALSE.equals(printer.plugin().streams())) {
            clues.against(Statement.of("clue.encoder.no_stream"));
        }
        if (!Logs.read(printer)) {
            clues.missing();
        }
        return clues.conclude(told > 0 ? Severity.WATCH : Severity.INFO);
    }
}
