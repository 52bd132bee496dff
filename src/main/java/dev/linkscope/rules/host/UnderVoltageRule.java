package dev.linkscope.rules.host;

import dev.linkscope.domain.Statement;
import dev.linkscope.domain.diagnosis.Finding;
import dev.linkscope.domain.diagnosis.Layer;
import dev.linkscope.domain.diagnosis.Severity;
import dev.linkscope.domain.past.PastKind;
import dev.linkscope.rules.Clues;
import dev.linkscope.rules.FactSheet;
import dev.linkscope.rules.PaneCase;
import dev.linkscope.rules.PrinterCase;
import dev.linkscope.rules.Rule;
import dev.linkscope.rules.StrikingCoincidences;
import dev.linkscope.rules.Threshold;

/**
 * The supply voltage was too low, as the firmware itself says: below 4.63 V (Raspberry Pi
 * documentation, config.txt, "Monitoring voltage"). That outages come from it is not certain with
 * that; only outages that begin with it point there.
 */
final class UnderVoltageRule implements Rule {
    private static final Threshold MOST =
            new Threshold(0.9, "", "own limit: nearly all, since a camera may fail otherwise too");

    /** Fewer are accidents. */
    private static final int ENOUGH = 20;

    private static final String FACTOR = "power.undervoltage";

    @Override
    public String id() {
        return "power.undervoltage";
    }

    @Override
    public Layer layer() {
        return Layer.HOST;
    }

    @Override
    public Finding judge(PrinterCase printer) {
        var clues = new Clues(this);
        FactSheet facts = printer.facts();
        boolean effect = StrikingCoincidences.of(printer, FACTOR).isPresent();
        boolean now = facts.yes("power.undervoltage.now");
        boolean fresh = Trouble.counted(facts, "kernel.undervoltage.new");
        if (now) {
            seen(clues, effect, "firmware", Statement.of("clue.undervoltage.now"));
        } else if (facts.yes("power.undervoltage.since_boot")) {
            seen(clues, effect, "firmware", Statement.of("clue.undervoltage.since_boot"));
        }
        if (fresh) {
            double count = facts.number("kernel.undervoltage.new").orElse(0);
            seen(clues, effect, "kernel", Statement.of("clue.undervoltage.kernel_new", count));
        } else if (Trouble.counted(facts, "kernel.undervoltage.count")) {
            double count = facts.number("kernel.undervoltage.count").orElse(0);
            seen(clues, effect, "kernel", Statement.of("clue.undervoltage.kernel", count));
        }
        int past =
                printer.past(PastKind.UNDER_VOLTAGE).stream()
                        .mapToInt(event -> event.count())
                        .sum();
        if (past > 0) {
            seen(clues, effect, "log", Statement.of("clue.undervoltage.past", past));
        }
        if (!clues.any()) {
            boolean fine =
                    facts.no("power.undervoltage.now") && facts.no("power.undervoltage.since_boot");
            if (fine && !effect) {
                clues.against(Statement.of("clue.undervoltage.none"));
            } else {
                // A computer without the sensor tells nothing, which is not the same as enough.
                clues.missing();
            }
        } else if (effect) {
            clues.as("outages");
        } else if (!now && !fresh) {
            clues.as("past");
        }
        Severity itself = now || fresh ? Trouble.byItself(printer) : Severity.INFO;
        if (now && fresh) {
            itself = camera(clues, printer, itself);
        }
        return clues.conclude(Trouble.together(clues, printer, FACTOR, itself));
    }

    /** Adds that pictures come late: nothing in the network is between them and the camera. */
    private static Severity camera(Clues clues, PrinterCase printer, Severity itself) {
        PaneCase webcam = printer.webcam();
        if (webcam == null) {
            return itself;
        }
        int late = webcam.count("request.timeout") + webcam.count("body.timeout");
        int errors = webcam.figures().errors();
        if (late < ENOUGH || late < MOST.value() * errors) {
            return itself;
        }
        clues.weak("camera", Statement.of("clue.undervoltage.camera", late, errors));
        return webcam.severity().compareTo(itself) > 0 ? webcam.severity() : itself;
    }

    /** The voltage is certain; that outages come from it is not. */
    private static void seen(Clues clues, boolean effect, String source, Statement text) {
        if (effect) {
            clues.strong(source, text);
        } else {
            clues.certain(source, text);
        }
    }
}
