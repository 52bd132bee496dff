package dev.linkscope.rules.webcam;

import dev.linkscope.domain.Statement;
import dev.linkscope.domain.diagnosis.Finding;
import dev.linkscope.domain.diagnosis.Layer;
import dev.linkscope.domain.diagnosis.Severity;
import dev.linkscope.domain.past.PastEvent;
import dev.linkscope.domain.past.PastKind;
import dev.linkscope.rules.Clues;
import dev.linkscope.rules.FactSheet;
import dev.linkscope.rules.PrinterCase;
import dev.linkscope.rules.Rule;

/** No camera is set up, so that there is nothing to measure. */
final class NotConfiguredRule implements Rule {
    @Override
    public String id() {
        return "camera.not_configured";
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
        if (facts.is("webcam.count", "0")) {
            clues.certain("settings", Statement.of("clue.camera.none_set"));
        } else if (camera.measured() || camera.streamMeasured()) {
            clues.against(
                    Statement.of("clue.camera.asked", camera.attempts() + camera.streamAttempts()));
        } else if (facts.number("webcam.count").isPresent()) {
            clues.against(Statement.of("clue.camera.set", facts.number("webcam.count").orElse(0)));
        } else {
            clues.missing();
        }
        if (!clues.any() && klipper(facts) && !camera.measured()) {
            int failed =
                    printer.past(PastKind.WEBCAM_FAILED).stream()
                            .filter(event -> event.errorClass().equals("request.no_url"))
                            .mapToInt(PastEvent::count)
                            .sum();
            if (failed > 0) {
                clues.as("klipper").strong("log", Statement.of("clue.camera.klipper_log", failed));
                if (new CameraService(facts).runs()) {
                    clues.weak("service", Statement.of("clue.service.runs"));
                }
                return clues.conclude(Severity.CRITICAL);
            }
        }
        return clues.conclude(Severity.INFO);
    }

    private static boolean klipper(FactSheet facts) {
        return facts.text("service.moonraker_obico").isPresent();
    }
}
