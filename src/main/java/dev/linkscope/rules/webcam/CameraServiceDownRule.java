package dev.linkscope.rules.webcam;

import dev.linkscope.domain.Statement;
import dev.linkscope.domain.diagnosis.Finding;
import dev.linkscope.domain.diagnosis.Layer;
import dev.linkscope.domain.diagnosis.Severity;
import dev.linkscope.rules.Clues;
import dev.linkscope.rules.PrinterCase;
import dev.linkscope.rules.Rule;
import dev.linkscope.rules.Threshold;

/** The program that serves the pictures does not run on the printer's computer. */
final class CameraServiceDownRule implements Rule {
    /** Once may be an update, twice a hand; the system does not start a healthy program anew. */
    private static final Threshold MANY_RESTARTS =
            new Threshold(3, "", "systemd.service(5): Restart= starts anew what ended by itself");

    @Override
    public String id() {
        return "camera.service_down";
    }

    @Override
    public Layer layer() {
        return Layer.CAMERA;
    }

    @Override
    public Finding judge(PrinterCase printer) {
        var clues = new Clues(this);
        var camera = Camera.ofAnyPicture(printer);
        var service = new CameraService(printer.facts());
        int refused = camera.failed("connect.refused");
        boolean past = camera.works();
        int fromFrontEnd = unavailable(camera) ? camera.failed("response.http_5xx") : 0;
        boolean here = camera.place() != Camera.Place.ELSEWHERE;
        if (past && camera.behindFrontEnd() && camera.failed("response.http_5xx") > 0) {
            // Which error the front end gave is told of the newest picture alone.
            return clues.missing().conclude(Severity.INFO);
        }
        if (refused + fromFrontEnd == 0 || !here) {
            camera.lacks(clues);
            return clues.conclude(Severity.INFO);
        }
        if (fromFrontEnd == 0 && camera.form().equals("relative")) {
            // The front end itself refused: what is behind it was not looked at.
            return clues.missing().conclude(Severity.INFO);
        }
        if (fromFrontEnd > 0) {
            clues.strong("answer", Statement.of("clue.camera.front_end", fromFrontEnd));
        } else if (camera.place() == Camera.Place.HERE) {
            clues.weak("answer", Statement.of("clue.camera.refused", refused, camera.attempts()));
        }
        if (service.crashed() && !past) {
            clues.certain("service", Statement.of("clue.service.failed"));
        } else if (service.stopped().isPresent() && !past) {
            clues.strong(
                    "service", Statement.of("clue.service.stopped", service.stopped().orElse("")));
        } else if (service.restarts() >= MANY_RESTARTS.value()) {
            clues.strong(
                    "service",
                    Statement.of("clue.service.restarts", service.restarts()),
                    service.restarts(),
                    MANY_RESTARTS);
        } else if (service.runs() && !past) {
            clues.against(Statement.of("clue.service.runs"));
        }
        if (service.unknown()) {
            clues.missing();
        }
        if (camera.streamsBeside() && !past) {
            clues.against(Statement.of("clue.stream.comes"));
        }
        if (past) {
            clues.as("past");
        }
        return clues.conclude(camera.severity(refused + fromFrontEnd));
    }

    /**
     * Whether the front end found nobody behind it: haproxy says so with 503, nginx with 502, which
     * haproxy keeps for somebody who answers wrongly.
     */
    private static boolean unavailable(Camera camera) {
        String status = camera.detail("status").orElse("");
        return camera.behindFrontEnd()
                && (status.equals("503")
                        || (status.equals("502")
                                && !camera.facts().is("service.haproxy", "active")));
    }
}
