package dev.linkscope.rules.webcam;

import dev.linkscope.domain.Statement;
import dev.linkscope.domain.diagnosis.Finding;
import dev.linkscope.domain.diagnosis.Layer;
import dev.linkscope.rules.Clues;
import dev.linkscope.rules.PrinterCase;
import dev.linkscope.rules.Rule;

/** Browsers may show the stream, but its lines are such that Obico finds no picture in it. */
final class StreamFormatRule implements Rule {
    @Override
    public String id() {
        return "stream.wrong_format";
    }

    @Override
    public Layer layer() {
        return Layer.CAMERA;
    }

    @Override
    public Finding judge(PrinterCase printer) {
        var clues = new Clues(this);
        var camera = new Camera(printer);
        int wrong = camera.streamFailed("body.wrong_format", "body.not_jpeg", "body.too_large");
        if (wrong > 0) {
            clues.certain(
                    "stream", Statement.of("clue.stream.format", wrong, camera.streamAttempts()));
        } else if (camera.streamMeasured()) {
            clues.against(Statement.of("clue.stream.fine", camera.streamAttempts()));
        } else {
            clues.missing();
        }
        return clues.conclude(camera.severityOfStream());
    }
}
