package dev.linkscope.rules.webcam;

import dev.linkscope.domain.Statement;
import dev.linkscope.domain.diagnosis.Finding;
import dev.linkscope.domain.diagnosis.Layer;
import dev.linkscope.domain.probe.Phase;
import dev.linkscope.rules.Clues;
import dev.linkscope.rules.PrinterCase;
import dev.linkscope.rules.Rule;
import dev.linkscope.rules.Threshold;
import java.util.List;

/** What comes is empty, incomplete, too large or no JPEG. */
final class BrokenPictureRule implements Rule {
    private static final List<String> FAILURES =
            List.of("body.empty", "body.not_jpeg", "body.cut_off", "body.too_large");

    private static final Threshold PART =
            new Threshold(0.05, "", "Obico, connectivity error report: below 5 % no problem");

    /** One that breaks off is an accident. */
    private static final int SEVERAL = 3;

    @Override
    public String id() {
        return "camera.empty_or_broken_picture";
    }

    @Override
    public Layer layer() {
        return Layer.CAMERA;
    }

    @Override
    public Finding judge(PrinterCase printer) {
        var clues = new Clues(this);
        var camera = new Camera(printer);
        int broken = FAILURES.stream().mapToInt(camera::failed).sum();
        boolean telling = telling(camera, broken);
        for (String failure : FAILURES) {
            int count = camera.failed(failure);
            Statement text = Statement.of("clue.camera." + failure, count, camera.attempts());
            if (count > 0 && telling) {
                clues.certain("answer", text);
            } else if (count > 0) {
                clues.weak("answer", text);
            }
        }
        if (broken == 0) {
            camera.lacks(clues);
        }
        return clues.conclude(camera.severity(broken));
    }

    /** Whether they are a part of the pictures that matters, or made an outage of their own. */
    private static boolean telling(Camera camera, int broken) {
        boolean inARow =
                camera.longestOutage(Phase.BODY) >= SEVERAL && broken * 2 >= camera.errors();
        return broken >= SEVERAL && (broken >= PART.value() * camera.attempts() || inARow);
    }
}
