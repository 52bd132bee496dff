package dev.linkscope.rules.webcam;

import dev.linkscope.domain.Statement;
import dev.linkscope.domain.diagnosis.Finding;
import dev.linkscope.domain.diagnosis.Layer;
import dev.linkscope.domain.diagnosis.Severity;
import dev.linkscope.domain.probe.JointCounts;
import dev.linkscope.domain.probe.Phase;
import dev.linkscope.domain.probe.ProbeKind;
import dev.linkscope.rules.Clues;
import dev.linkscope.rules.PrinterCase;
import dev.linkscope.rules.Rule;
import dev.linkscope.rules.StrikingCoincidences;
import dev.linkscope.rules.Threshold;
import java.util.List;
import java.util.OptionalDouble;
import java.util.Set;

/**
 * The camera works, but now and then answers too late because too much is asked of it or of the
 * computer.
 */
final class OverloadedCameraRule implements Rule {
    private static final Threshold BUSY =
            new Threshold(1, "", "proc_loadavg(5): jobs in the run queue; one a core can run");

    /** Five minutes at the usual cadence: that is no load but a camera that hangs. */
    private static final Threshold STUCK =
            new Threshold(30, "", "as long as a mean load looks back");

    @Override
    public String id() {
        return "camera.overloaded";
    }

    @Override
    public Layer layer() {
        return Layer.CAMERA;
    }

    /** Then all programs are late, the camera's among them. */
    @Override
    public Set<String> follows() {
        return Set.of("host.load");
    }

    @Override
    public Finding judge(PrinterCase printer) {
        var clues = new Clues(this);
        var camera = new Camera(printer);
        int late = camera.failed("request.timeout", "body.timeout", "connect.timeout");
        if (late == 0 || late == camera.attempts()) {
            camera.lacks(clues);
            return clues.conclude(Severity.INFO);
        }
        clues.weak("snapshot", Statement.of("clue.camera.late", late, camera.attempts()));
        int row = camera.longestOutage(Phase.REQUEST);
        if (row >= STUCK.value()) {
            clues.weakAgainst(Statement.of("clue.camera.no_byte_row", row));
        }
        JointCounts router = camera.whileFailing(ProbeKind.GATEWAY);
        if (camera.place() != Camera.Place.HERE
                && router.measured() > 0
                && router.share() >= NetworkPathRule.TOGETHER.value()) {
            clues.against(
                    Statement.of("clue.camera.router_gone", router.failed(), router.measured()));
        }
        judgeLoad(clues, printer);
        for (String factor : List.of("viewing", "printing")) {
            StrikingCoincidences.of(printer, factor, "webcam")
                    .ifPresent(one -> clues.weak(factor, StrikingCoincidences.told(one)));
        }
        return clues.conclude(camera.severity(late));
    }

    private static void judgeLoad(Clues clues, PrinterCase printer) {
        OptionalDouble load = printer.facts().number("host.load.5min");
        OptionalDouble cores = printer.facts().number("host.cpus");
        var together = StrikingCoincidences.of(printer, "host.loaded", "webcam");
        if (together.isPresent()) {
            clues.weak("load", StrikingCoincidences.told(together.get()));
        } else if (load.isEmpty() || cores.isEmpty() || cores.getAsDouble() < 1) {
            clues.missing();
        } else if (load.getAsDouble() > BUSY.value() * cores.getAsDouble()) {
            clues.weak(
                    "load",
                    Statement.of("clue.load.high", load.getAsDouble(), cores.getAsDouble()),
                    load.getAsDouble() / cores.getAsDouble(),
                    BUSY);
        }
    }
}
