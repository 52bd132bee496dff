package dev.linkscope.rules.webcam;

import dev.linkscope.domain.Statement;
import dev.linkscope.domain.diagnosis.Finding;
import dev.linkscope.domain.diagnosis.Layer;
import dev.linkscope.rules.Clues;
import dev.linkscope.rules.PrinterCase;
import dev.linkscope.rules.Rule;

/** The stream address holds a login, which Obico's way of opening streams cannot use. */
final class UserInfoInStreamRule implements Rule {
    @Override
    public String id() {
        return "url.user_info_in_stream";
    }

    @Override
    public Layer layer() {
        return Layer.CAMERA;
    }

    @Override
    public Finding judge(PrinterCase printer) {
        var clues = new Clues(this);
        var camera = new Camera(printer);
        int told = camera.streamFailed("request.user_info_in_stream");
        String form = printer.facts().text("webcam.stream.form").orElse("");
        if (form.equals("user_info")) {
            clues.certain("settings", Statement.of("clue.url.stream_login"));
        } else if (told > 0) {
            clues.certain("address", Statement.of("clue.url.stream_login"));
        } else if (!form.isEmpty() || camera.streamMeasured()) {
            clues.against(Statement.of("clue.url.stream_no_login"));
        } else {
            clues.missing();
        }
        return clues.conclude(camera.severityOfStream());
    }
}
