package dev.linkscope.rules.webcam;

import dev.linkscope.domain.Statement;
import dev.linkscope.domain.diagnosis.Finding;
import dev.linkscope.domain.diagnosis.Layer;
import dev.linkscope.rules.Clues;
import dev.linkscope.rules.PrinterCase;
import dev.linkscope.rules.Rule;
import java.util.List;

/** What comes is empty, incomplete, too large or no JPEG. */
final class BrokenPictureRule implements Rule {
    private static final List<String> FAILURES =
            List.of("body.empty", "body.not_jpeg", "body.cut_off", "body.too_large");

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
        int broken = 0;
        for (String failure : FAILURES) {
            int count = camera.failed(failure);
            if (count > 0) {
                broken += count;
                clues.certain(
                        "answer", Statement.of("clue.camera." + failure, count, camera.attempts()));
            }
        }
        if (broken == 0) {
            camera.lacks(clues);
        }
        return clues.conclude(camera.severity(broken));
    }
}
