package dev.linkscope.rules.webcam;

import dev.linkscope.domain.Statement;
import dev.linkscope.domain.diagnosis.Finding;
import dev.linkscope.domain.diagnosis.Layer;
import dev.linkscope.domain.diagnosis.Severity;
import dev.linkscope.domain.past.PastKind;
import dev.linkscope.rules.Clues;
import dev.linkscope.rules.PrinterCase;
import dev.linkscope.rules.Rule;
import java.util.Optional;

/** The camera wants a login, which Obico presents only if it stands in the snapshot address. */
final class LoginNeededRule implements Rule {
    @Override
    public String id() {
        return "camera.login_needed";
    }

    @Override
    public Layer layer() {
        return Layer.CAMERA;
    }

    @Override
    public Finding judge(PrinterCase printer) {
        var clues = new Clues(this);
        var camera = Camera.ofAnyPicture(printer);
        int refused = camera.failed("response.login_needed");
        Optional<String> set =
                printer.facts().text("webcam.snapshot.auth").filter(way -> !way.equals("none"));
        if (refused > 0) {
            clues.certain("answer", Statement.of("clue.camera.login", refused, camera.attempts()));
        } else {
            long told =
                    printer.past(PastKind.WEBCAM_FAILED).stream()
                            .filter(event -> event.errorClass().equals("response.login_needed"))
                            .count();
            if (told > 0) {
                clues.strong("log", Statement.of("clue.camera.login_log", told));
            } else {
                camera.lacks(clues);
            }
        }
        if (clues.any()) {
            set.ifPresent(way -> clues.weak("settings", Statement.of("clue.camera.auth", way)));
            if (camera.form().equals("user_info")) {
                clues.as("wrong");
            }
        }
        return clues.conclude(refused > 0 ? camera.severity(refused) : Severity.WATCH);
    }
}
