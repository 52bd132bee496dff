package dev.linkscope.rules.webcam;

import dev.linkscope.domain.Statement;
import dev.linkscope.domain.diagnosis.Finding;
import dev.linkscope.domain.diagnosis.Layer;
import dev.linkscope.domain.diagnosis.Severity;
import dev.linkscope.rules.Clues;
import dev.linkscope.rules.PrinterCase;
import dev.linkscope.rules.Rule;
import java.util.Set;

/** The snapshot address lacks its http://, so that Obico looks for it elsewhere. */
final class NoSchemeRule implements Rule {
    private static final Set<String> FORMS = Set.of("no_scheme", "double_slash");
    private static final Set<String> UNUSABLE = Set.of("webrtc", "rtsp", "hls");
    private static final Set<String> FINE = Set.of("absolute", "relative", "user_info", "blank");

    @Override
    public String id() {
        return "url.no_scheme";
    }

    @Override
    public Layer layer() {
        return Layer.CAMERA;
    }

    @Override
    public Finding judge(PrinterCase printer) {
        var clues = new Clues(this);
        var camera = new Camera(printer);
        String form = camera.form();
        int bad = camera.failed("request.bad_scheme");
        boolean other = UNUSABLE.contains(form);
        if (bad > 0 && !other) {
            clues.certain("address", Statement.of("clue.url.bad_scheme", bad));
        }
        if (FORMS.contains(form)) {
            clues.certain("settings", Statement.of("clue.url." + form));
        } else if (other || FINE.contains(form)) {
            clues.against(Statement.of("clue.url.has_scheme"));
        }
        boolean given = form.isEmpty() && misread(camera.formGiven());
        if (given && !clues.any() && camera.errors() > 0 && !camera.works()) {
            return clues.strong("given", Statement.of("clue.url.given_no_scheme"))
                    .conclude(camera.severity());
        }
        if (!clues.any() && form.isEmpty()) {
            camera.lacks(clues);
            clues.missing();
        }
        // It never works with Obico, whatever this program was told to ask for.
        return clues.conclude(clues.any() ? Severity.CRITICAL : Severity.INFO);
    }

    /** Whether an address of this form leads elsewhere than its owner meant. */
    static boolean misread(String form) {
        return FORMS.contains(form);
    }
}
