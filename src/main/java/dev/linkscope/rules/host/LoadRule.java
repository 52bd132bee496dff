package dev.linkscope.rules.host;

import dev.linkscope.domain.Statement;
import dev.linkscope.domain.diagnosis.Finding;
import dev.linkscope.domain.diagnosis.Layer;
import dev.linkscope.domain.diagnosis.Severity;
import dev.linkscope.rules.Clues;
import dev.linkscope.rules.FactSheet;
import dev.linkscope.rules.PaneCase;
import dev.linkscope.rules.PrinterCase;
import dev.linkscope.rules.ReadingLimits;
import dev.linkscope.rules.Rule;
import dev.linkscope.rules.StrikingCoincidences;
import dev.linkscope.rules.Threshold;
import java.util.List;
import java.util.OptionalDouble;

/** More programs want the processor than it has cores, so that everything answers late. */
final class LoadRule implements Rule {
    /** The load counts programs that run or want to run; one a core is all that can run. */
    private static final Threshold BUSY = ReadingLimits.BUSY;

    /** As many wait as run, so each takes twice its time at least. */
    private static final Threshold CROWDED = ReadingLimits.CROWDED;

    /** Cores of the largest Raspberry Pi (Raspberry Pi documentation, Processors). */
    private static final int MOST_CORES = 4;

    /** What is there, and does not come to answer in time. */
    private static final List<String> LATE =
            List.of("tls.timeout", "request.timeout", "body.timeout", "response.timeout");

    private static final Threshold MOST =
            new Threshold(0.9, "", "own limit: nearly all, since far faults show so in part");

    /** Fewer are accidents. */
    private static final int ENOUGH = 20;

    private static final String FACTOR = "host.loaded";

    @Override
    public String id() {
        return "host.load";
    }

    @Override
    public Layer layer() {
        return Layer.HOST;
    }

    @Override
    public Finding judge(PrinterCase printer) {
        var clues = new Clues(this);
        FactSheet facts = printer.facts();
        OptionalDouble load = facts.number("host.load.5min");
        OptionalDouble cores = facts.number("host.cpus");
        OptionalDouble brief = facts.number("host.load.1min");
        boolean before = StrikingCoincidences.of(printer, FACTOR).isPresent();
        if (load.isEmpty() || cores.isEmpty() || cores.getAsDouble() < 1) {
            clues.missing();
            if (brief.isPresent() && before) {
                // One minute alone may be a passing peak, and so may as many cores as any Pi has.
                briefly(clues, brief.getAsDouble(), cores.orElse(MOST_CORES));
            }
        } else {
            weigh(clues, load.getAsDouble(), cores.getAsDouble(), before);
        }
        boolean high = clues.any();
        Severity severity = Trouble.together(clues, printer, FACTOR, Trouble.byItself(printer));
        if (clues.any()) {
            severity = high ? late(clues, printer, severity) : severity;
            // Both take processor time; they only explain anything where a load was seen.
            Trouble.together(clues, printer, "viewing", severity);
            Trouble.together(clues, printer, "printing", severity);
        }
        return clues.conclude(severity);
    }

    /** Adds that answers came too late, which is how a crowded computer shows. */
    private static Severity late(Clues clues, PrinterCase printer, Severity severity) {
        Severity most = severity;
        for (PaneCase pane : printer.panes().toList()) {
            int late = LATE.stream().mapToInt(pane::count).sum();
            int errors = pane.figures().errors();
            if (late >= ENOUGH && late >= MOST.value() * errors) {
                clues.weak("late", Statement.of("clue.load.late", late, errors));
                most = pane.severity().compareTo(most) > 0 ? pane.severity() : most;
            }
        }
        return most;
    }

    private static void briefly(Clues clues, double load, double cores) {
        double each = load / Math.max(1, cores);
        if (each >= CROWDED.value()) {
            clues.saying(load, cores)
                    .weak("load", Statement.of("clue.load.brief", load, cores), each, CROWDED);
        }
    }

    private static void weigh(Clues clues, double load, double cores, boolean before) {
        double each = load / cores;
        clues.saying(load, cores);
        if (each >= CROWDED.value()) {
            clues.strong("load", Statement.of("clue.load.high", load, cores), each, CROWDED);
        } else if (each > BUSY.value()) {
            clues.weak("load", Statement.of("clue.load.high", load, cores), each, BUSY);
        } else if (before) {
            // Low now says nothing of the outages, which began when it was high.
            clues.as("past");
        } else {
            clues.against(Statement.of("clue.load.low", load, cores), each, BUSY);
        }
    }
}
