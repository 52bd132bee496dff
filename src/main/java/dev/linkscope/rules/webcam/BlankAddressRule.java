package dev.linkscope.rules.webcam;

import dev.linkscope.domain.Statement;
import dev.linkscope.domain.diagnosis.Finding;
import dev.linkscope.domain.diagnosis.Layer;
import dev.linkscope.domain.diagnosis.Severity;
import dev.linkscope.rules.Clues;
import dev.linkscope.rules.FactSheet;
import dev.linkscope.rules.PrinterCase;
import dev.linkscope.rules.Rule;

/** No snapshot address is set, so that Obico has the stream alone to take pictures from. */
final class BlankAddressRule implements Rule {
    @Override
    public String id() {
        return "url.blank";
    }

    @Override
    public Layer layer() {
        return Layer.CAMERA;
    }

    @Override
    public Finding judge(PrinterCase printer) {
        var clues = new Clues(this);
        var camera = new Camera(printer);
        FactSheet facts = printer.facts();
        boolean blank =
                camera.form().equals("blank")
                        || facts.no("webcam.snapshot.configured")
                        || camera.failed("request.no_url") > 0;
        boolean noStream = facts.is("webcam.stream.form", "blank");
        if (facts.is("webcam.count", "0")) {
            clues.against(Statement.of("clue.camera.none_set"));
        } else if (blank) {
            clues.certain("settings", Statement.of("clue.url.blank"));
            if (noStream) {
                clues.as("both").certain("stream", Statement.of("clue.url.stream_blank"));
            } else if (camera.streams()) {
                clues.weak("stream", Statement.of("clue.stream.comes"));
            }
        } else if (camera.measured() || !camera.form().isEmpty()) {
            clues.against(Statement.of("clue.url.set"));
        } else {
            clues.missing();
        }
        return clues.conclude(noStream ? Severity.CRITICAL : Severity.WATCH);
    }
}
