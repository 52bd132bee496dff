package dev.linkscope.rules.webcam;

import dev.linkscope.domain.Statement;
import dev.linkscope.domain.diagnosis.Finding;
import dev.linkscope.domain.diagnosis.Layer;
import dev.linkscope.domain.diagnosis.Severity;
import dev.linkscope.domain.past.PastEvent;
import dev.linkscope.domain.past.PastKind;
import dev.linkscope.rules.Clues;
import dev.linkscope.rules.PrinterCase;
import dev.linkscope.rules.Rule;
import java.util.Optional;

/** The camera wants a login, which Obico presents only if it stands in the snapshot address. */
final class LoginNeededRule implements Rule {
    static final String FAILURE = "response.login_needed";

    /** Once may be a hand at the camera's settings. */
    private static final int SEVERAL = 3;

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
        int refused = camera.failed(FAILURE);
        Optional<String> set =
                printer.facts().text("webcam.snapshot.auth").filter(way -> !way.equals("none"));
        int told = 0;
        if (refused > 0) {
            clues.certain("answer", Statement.of("clue.camera.login", refused, camera.attempts()));
        } else {
            told =
                    printer.past(PastKind.WEBCAM_FAILED).stream()
                            .filter(event -> event.errorClass().equals(FAILURE))
                            .mapToInt(PastEvent::count)
                            .sum();
            Statement text = Statement.of("clue.camera.login_log", told);
            if (told > 0 && set.isPresent()) {
                clues.strong("log", text);
            } else if (told > 0) {
                // The login may have been put into the address since.
                clues.weak("log", text);
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
        return clues.conclude(refused > 0 ? camera.severity(refused) : severity(told));
    }

    /** Pictures come here, with the login, and Obico gets none. */
    private static Severity severity(int told) {
        return told >= SEVERAL ? Severity.CRITICAL : Severity.WATCH;
    }
}
