package dev.linkscope.rules.webcam;

import dev.linkscope.domain.Statement;
import dev.linkscope.domain.diagnosis.Finding;
import dev.linkscope.domain.diagnosis.Layer;
import dev.linkscope.domain.diagnosis.Severity;
import dev.linkscope.rules.Clues;
import dev.linkscope.rules.FactSheet;
import dev.linkscope.rules.PrinterCase;
import dev.linkscope.rules.Rule;

/** Obico is set to a camera that OctoPrint does not have, or not in a form that it can use. */
final class CameraChoiceMissingRule implements Rule {
    @Override
    public String id() {
        return "camera.plugin_choice_missing";
    }

    @Override
    public Layer layer() {
        return Layer.CAMERA;
    }

    @Override
    public Finding judge(PrinterCase printer) {
        var clues = new Clues(this);
        FactSheet facts = printer.facts();
        if (facts.no("obico.webcam.exists")) {
            clues.certain(
                    "settings",
                    Statement.of("clue.choice.missing", facts.text("obico.webcam").orElse("?")));
        } else if (facts.no("webcam.compat")) {
            clues.as("compat").certain("settings", Statement.of("clue.choice.compat"));
        } else if (facts.yes("obico.webcam.exists")) {
            clues.against(Statement.of("clue.choice.exists"));
        } else {
            clues.missing();
        }
        return clues.conclude(Severity.CRITICAL);
    }
}
