package dev.linkscope.rules.webcam;

import dev.linkscope.domain.Statement;
import dev.linkscope.domain.diagnosis.Finding;
import dev.linkscope.domain.diagnosis.Layer;
import dev.linkscope.domain.diagnosis.Severity;
import dev.linkscope.domain.probe.JointCounts;
import dev.linkscope.domain.probe.ProbeKind;
import dev.linkscope.rules.Clues;
import dev.linkscope.rules.PrinterCase;
import dev.linkscope.rules.Rule;

/**
 * The address leads to a port or a name that is not the camera's, while the camera's program runs.
 */
final class WrongPortOrHostRule implements Rule {
    @Override
    public String id() {
        return "camera.wrong_port_or_host";
    }

    @Override
    public Layer layer() {
        return Layer.CAMERA;
    }

    @Override
    public Finding judge(PrinterCase printer) {
        var clues = new Clues(this);
        var camera = new Camera(printer);
        var service = new CameraService(printer.facts());
        int unnamed = camera.failed("dns.nxdomain");
        int refused = camera.failed("connect.refused");
        if (unnamed + refused == 0) {
            camera.lacks(clues);
            return clues.conclude(Severity.INFO);
        }
        if (unnamed > refused) {
            judgeName(clues, camera, unnamed);
        } else {
            judgePort(clues, camera, service, refused);
        }
        return clues.conclude(camera.severity(unnamed + refused));
    }

    private static void judgeName(Clues clues, Camera camera, int unnamed) {
        clues.as("unknown");
        clues.strong("dns", Statement.of("clue.camera.no_name", unnamed, camera.attempts()));
        JointCounts dns = camera.whileFailing(ProbeKind.DNS);
        if (dns.measured() > 0 && dns.failed() == 0) {
            clues.weak("other name", Statement.of("clue.camera.other_name", dns.measured()));
        }
    }

    private static void judgePort(Clues clues, Camera camera, CameraService service, int refused) {
        Statement text = Statement.of("clue.camera.refused", refused, camera.attempts());
        if (camera.works()) {
            clues.against(Statement.of("clue.camera.works"));
        } else if (camera.place() == Camera.Place.ELSEWHERE) {
            // Whoever refused is there: the port is wrong, or its program is down, which only its
            // owner can look at.
            clues.as("elsewhere").strong("answer", text);
        } else if (camera.form().equals("relative")) {
            clues.against(Statement.of("clue.url.relative"));
        } else {
            clues.weak("answer", text);
            judgeService(clues, service);
        }
        if (camera.streamsBeside()) {
            clues.strong("stream", Statement.of("clue.stream.comes"));
        }
    }

    private static void judgeService(Clues clues, CameraService service) {
        if (service.restarts() > 0 && service.runs()) {
            clues.weakAgainst(Statement.of("clue.service.restarts", service.restarts()));
        }
        if (service.runs()) {
            clues.strong("service", Statement.of("clue.service.runs"));
        } else if (service.stopped().isPresent()) {
            clues.against(Statement.of("clue.service.stopped", service.stopped().orElse("")));
        } else {
            clues.missing();
        }
    }
}
