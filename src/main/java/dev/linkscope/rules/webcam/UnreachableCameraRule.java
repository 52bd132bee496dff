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

/** A camera of its own in the network does not answer, while the network does. */
final class UnreachableCameraRule implements Rule {
    @Override
    public String id() {
        return "camera.unreachable";
    }

    @Override
    public Layer layer() {
        return Layer.CAMERA;
    }

    @Override
    public Finding judge(PrinterCase printer) {
        var clues = new Clues(this);
        var camera = Camera.ofAnyPicture(printer);
        int silent = camera.failed("connect.timeout", "connect.unreachable");
        if (silent == 0 || camera.place() == Camera.Place.HERE) {
            camera.lacks(clues);
            return clues.conclude(Severity.INFO);
        }
        Statement text = Statement.of("clue.camera.silent", silent, camera.attempts());
        JointCounts router = camera.whileFailing(ProbeKind.GATEWAY);
        if (router.measured() == 0) {
            clues.weak("camera", text).missing();
        } else if (router.share() < NetworkPathRule.TOGETHER.value()) {
            clues.strong("camera", text);
            clues.weak(
                    "gateway",
                    Statement.of(
                            "clue.camera.router_answered",
                            router.measured() - router.failed(),
                            router.measured()));
        } else {
            clues.against(
                    Statement.of("clue.camera.router_gone", router.failed(), router.measured()));
        }
        if (camera.works()) {
            clues.as("past");
        }
        return clues.conclude(camera.severity(silent));
    }
}
