package dev.linkscope.rules.webcam;

import dev.linkscope.domain.Statement;
import dev.linkscope.domain.diagnosis.Finding;
import dev.linkscope.domain.diagnosis.Layer;
import dev.linkscope.domain.diagnosis.Severity;
import dev.linkscope.domain.probe.Phase;
import dev.linkscope.rules.Clues;
import dev.linkscope.rules.PrinterCase;
import dev.linkscope.rules.Rule;
import dev.linkscope.rules.Threshold;

/** The camera takes connections and then sends nothing: it hangs. */
final class StalledCameraRule implements Rule {
    /** A camera that is only busy answers once in a while. */
    private static final Threshold IN_A_ROW =
            new Threshold(6, "", "a minute at the usual cadence of 10 s");

    @Override
    public String id() {
        return "camera.stalled";
    }

    @Override
    public Layer layer() {
        return Layer.CAMERA;
    }

    @Override
    public Finding judge(PrinterCase printer) {
        var clues = new Clues(this);
        var camera = new Camera(printer);
        int silent = camera.failed("request.timeout");
        int stalled = camera.streamFailed("body.stream_stalled");
        if (silent + stalled == 0) {
            camera.lacks(clues);
            return clues.conclude(Severity.INFO);
        }
        int row = camera.longestOutage(Phase.REQUEST);
        boolean hangs = row >= IN_A_ROW.value();
        if (silent > 0 && hangs) {
            clues.strong("snapshot", Statement.of("clue.camera.no_byte_row", row), row, IN_A_ROW);
        } else if (silent > 0) {
            clues.weak("snapshot", Statement.of("clue.camera.no_byte", silent, camera.attempts()));
        }
        if (stalled > 0) {
            clues.strong(
                    "stream",
                    Statement.of("clue.stream.stalled", stalled, camera.streamAttempts()));
        } else if (camera.streamsBeside() && silent > 0) {
            clues.against(Statement.of("clue.stream.comes"));
        }
        if (camera.works()) {
            clues.as("past");
        }
        return clues.conclude(silent > 0 ? camera.severity(silent) : camera.severityOfStream());
    }
}
