package dev.linkscope.rules.webcam;

import dev.linkscope.domain.Statement;
import dev.linkscope.domain.diagnosis.Finding;
import dev.linkscope.domain.diagnosis.Layer;
import dev.linkscope.domain.diagnosis.Severity;
import dev.linkscope.rules.Clues;
import dev.linkscope.rules.FactSheet;
import dev.linkscope.rules.PrinterCase;
import dev.linkscope.rules.Rule;
import dev.linkscope.rules.Threshold;
import java.util.OptionalDouble;

/** The camera sends the same picture again and again. */
final class FrozenCameraRule implements Rule {
    /** A camera in the dark may send identical pictures, and these are small. */
    private static final Threshold DARK =
            new Threshold(
                    24_000, "B", "measured: a black JPEG of 1280×960 takes 20 kB, of 640×480 5");

    @Override
    public String id() {
        return "camera.frozen";
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
        if (facts.no("webcam.frozen")) {
            clues.against(Statement.of("clue.camera.changes"));
        } else if (facts.yes("webcam.frozen")) {
            judge(clues, camera, facts);
        } else {
            clues.missing();
        }
        return clues.conclude(Severity.WATCH);
    }

    private static void judge(Clues clues, Camera camera, FactSheet facts) {
        String same = camera.detail("same").orElse("");
        Statement text =
                same.isEmpty()
                        ? Statement.of("clue.camera.same")
                        : Statement.of("clue.camera.same_count", same);
        OptionalDouble size = size(camera);
        boolean dark = size.isPresent() && size.getAsDouble() < DARK.value();
        boolean prints = facts.yes("octoprint.printing");
        if (dark && !prints) {
            clues.weak("snapshot", text);
            clues.weakAgainst(Statement.of("clue.camera.small", size.getAsDouble()));
        } else {
            clues.strong("snapshot", text);
        }
        if (prints) {
            clues.weak("printing", Statement.of("clue.camera.same_printing"));
        }
        if (camera.streamDetail("frozen").filter("true"::equals).isPresent()) {
            clues.weak("stream", Statement.of("clue.stream.same"));
        } else if (camera.streamDetail("frozen").isPresent()) {
            clues.as("snapshot").weakAgainst(Statement.of("clue.stream.changes"));
        }
    }

    private static OptionalDouble size(Camera camera) {
        return camera.detail("size")
                .filter(text -> text.matches("[0-9]{1,9}"))
                .map(text -> OptionalDouble.of(Double.parseDouble(text)))
                .orElse(OptionalDouble.empty());
    }
}
