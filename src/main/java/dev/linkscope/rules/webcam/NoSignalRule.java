package dev.linkscope.rules.webcam;

import dev.linkscope.domain.Statement;
import dev.linkscope.domain.diagnosis.Finding;
import dev.linkscope.domain.diagnosis.Layer;
import dev.linkscope.domain.diagnosis.Severity;
import dev.linkscope.rules.Clues;
import dev.linkscope.rules.PrinterCase;
import dev.linkscope.rules.Rule;
import java.util.Set;

/** The camera's program runs and has no camera to take pictures from. */
final class NoSignalRule implements Rule {
    /** What a front end says in its own name (RFC 9110, 15.6.3 to 15.6.5). */
    private static final Set<String> FRONT_END = Set.of("502", "503", "504");

    @Override
    public String id() {
        return "camera.no_signal";
    }

    @Override
    public Layer layer() {
        return Layer.CAMERA;
    }

    @Override
    public Finding judge(PrinterCase printer) {
        var clues = new Clues(this);
        var camera = Camera.ofAnyPicture(printer);
        int noSignal = camera.failed("response.no_signal");
        int errors = camera.failed("response.http_5xx");
        if (noSignal + errors == 0) {
            camera.lacks(clues);
            return clues.conclude(Severity.INFO);
        }
        if (noSignal > 0) {
            clues.certain(
                    "answer", Statement.of("clue.camera.no_signal", noSignal, camera.attempts()));
        } else {
            judgeError(clues, camera, errors);
        }
        if (camera.works()) {
            clues.as("past");
        }
        return clues.conclude(camera.severity(noSignal + errors));
    }

    private static void judgeError(Clues clues, Camera camera, int errors) {
        // The status is told of the newest picture alone, and once that came it says nothing.
        String status = camera.works() ? "5xx" : camera.detail("status").orElse("5xx");
        Statement text =
                Statement.of("clue.camera.server_error", errors, camera.attempts(), status);
        if (camera.behindFrontEnd() && FRONT_END.contains(status)) {
            // The front end's own words: it found nobody behind it.
            clues.against(Statement.of("clue.camera.front_end", errors));
        } else if (status.equals("500")
                || (!camera.behindFrontEnd() && new CameraService(camera.facts()).runs())) {
            clues.strong("answer", text);
        } else {
            clues.weak("answer", text).missing();
        }
    }
}
