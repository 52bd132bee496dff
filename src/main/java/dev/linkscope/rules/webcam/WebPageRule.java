package dev.linkscope.rules.webcam;

import dev.linkscope.domain.Statement;
import dev.linkscope.domain.diagnosis.Finding;
import dev.linkscope.domain.diagnosis.Layer;
import dev.linkscope.rules.Clues;
import dev.linkscope.rules.PrinterCase;
import dev.linkscope.rules.Rule;

/** A web page comes instead of a picture, which Obico takes for success. */
final class WebPageRule implements Rule {
    @Override
    public String id() {
        return "camera.html_not_picture";
    }

    @Override
    public Layer layer() {
        return Layer.CAMERA;
    }

    @Override
    public Finding judge(PrinterCase printer) {
        var clues = new Clues(this);
        var camera = new Camera(printer);
        int pages = camera.failed("response.not_a_picture");
        if (pages == 0) {
            camera.lacks(clues);
        } else {
            clues.certain("answer", Statement.of("clue.camera.page", pages, camera.attempts()));
        }
        return clues.conclude(camera.severity(pages));
    }
}
