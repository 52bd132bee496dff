package dev.linkscope.rules.webcam;

import dev.linkscope.domain.Statement;
import dev.linkscope.domain.diagnosis.Finding;
import dev.linkscope.domain.diagnosis.Layer;
import dev.linkscope.rules.Clues;
import dev.linkscope.rules.PrinterCase;
import dev.linkscope.rules.Rule;

/** A server answers at the address and does not know its path. */
final class WrongPathRule implements Rule {
    @Override
    public String id() {
        return "url.wrong_path";
    }

    @Override
    public Layer layer() {
        return Layer.CAMERA;
    }

    @Override
    public Finding judge(PrinterCase printer) {
        var clues = new Clues(this);
        var camera = new Camera(printer);
        int unknown = camera.failed("response.not_found");
        int refused = camera.failed("response.http_4xx");
        int elsewhere = camera.failed("response.redirect");
        int all = unknown + refused + elsewhere;
        if (all == 0) {
            camera.lacks(clues);
        } else if (NoSchemeRule.misread(camera.form())) {
            clues.against(Statement.of("clue.url." + camera.form()));
        } else if (unknown > 0) {
            clues.certain("answer", Statement.of("clue.camera.404", unknown, camera.attempts()));
        } else {
            clues.strong(
                    "answer",
                    Statement.of(
                            "clue.camera.4xx",
                            all,
                            camera.attempts(),
                            camera.detail("status").orElse("3xx/4xx")));
        }
        return clues.conclude(camera.severity(all));
    }
}
