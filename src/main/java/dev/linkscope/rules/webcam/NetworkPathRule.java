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
import dev.linkscope.rules.Threshold;

/**
 * The camera is reached over the network and is lost together with the router: it is no cause of
 * its own.
 */
final class NetworkPathRule implements Rule {
    /** More often than not. */
    static final Threshold TOGETHER = new Threshold(0.5, "", "more often together than apart");

    @Override
    public String id() {
        return "camera.network_path";
    }

    @Override
    public Layer layer() {
        return Layer.CAMERA;
    }

    @Override
    public Finding judge(PrinterCase printer) {
        var clues = new Clues(this);
        var camera = new Camera(printer);
        JointCounts failing = camera.whileFailing(ProbeKind.GATEWAY);
        JointCounts working = camera.whileWorking(ProbeKind.GATEWAY);
        if (camera.errors() == 0 || camera.place() == Camera.Place.HERE) {
            camera.lacks(clues);
        } else if (failing.measured() == 0) {
            clues.missing();
        } else if (failing.share() < TOGETHER.value()) {
            clues.against(
                    Statement.of(
                            "clue.camera.router_answered",
                            failing.measured() - failing.failed(),
                            failing.measured()));
        } else {
            clues.strong(
                    "gateway",
                    Statement.of("clue.camera.router_gone", failing.failed(), failing.measured()),
                    failing.share(),
                    TOGETHER);
            if (working.measured() > 0 && working.share() >= TOGETHER.value()) {
                // Then it does not answer anyhow, and tells nothing.
                clues.against(Statement.of("clue.camera.router_mute"));
            }
            JointCounts server = camera.whileFailing(ProbeKind.SERVER_HTTP);
            if (server.measured() > 0 && server.share() >= TOGETHER.value()) {
                clues.weak(
                        "server",
                        Statement.of(
                                "clue.camera.server_gone", server.failed(), server.measured()));
            }
        }
        // What took the network away matters more, and has a finding of its own.
        return clues.conclude(
                camera.severity() == Severity.CRITICAL ? Severity.WATCH : Severity.INFO);
    }
}
