package dev.linkscope.rules.network;

import dev.linkscope.domain.Statement;
import dev.linkscope.domain.diagnosis.Finding;
import dev.linkscope.domain.diagnosis.Layer;
import dev.linkscope.domain.diagnosis.Severity;
import dev.linkscope.domain.diagnosis.WitnessRow;
import dev.linkscope.domain.probe.JointCounts;
import dev.linkscope.domain.probe.ProbeKind;
import dev.linkscope.domain.probe.ProbeTally;
import dev.linkscope.rules.Clues;
import dev.linkscope.rules.PrinterCase;
import dev.linkscope.rules.Rule;

/** The router answers, and nothing behind it does. */
final class InternetDownRule implements Rule {
    @Override
    public String id() {
        return "internet.down";
    }

    @Override
    public Layer layer() {
        return Layer.INTERNET;
    }

    @Override
    public Finding judge(PrinterCase printer) {
        var clues = new Clues(this);
        var failed = new FailedSlots(printer);
        JointCounts asked = failed.of(ProbeKind.INTERNET);
        if (printer.probe(ProbeKind.INTERNET).isEmpty()) {
            clues.missing();
        } else if (failed.replied()) {
            // Somebody answered, if only a sign-in page: something behind the router is there.
            clues.against(Statement.of("clue.server.replied", failed.errors()));
        } else if (failed.silent(ProbeKind.GATEWAY)) {
            // What lies behind a silent router could not be looked at.
            clues.missing()
                    .weakAgainst(
                            Statement.of(
                                    "clue.router.silent", failed.of(ProbeKind.GATEWAY).failed()));
        } else if ((failed.silent(ProbeKind.INTERNET)
                        || failed.brokeAt(Layer.INTERNET, ProbeKind.INTERNET))
                && (failed.answered(ProbeKind.GATEWAY)
                        || Losses.of(printer, ProbeKind.INTERNET, ProbeTally::failed).beyond())) {
            clues.strong(
                    "references",
                    Statement.of("clue.references.silent", asked.failed(), asked.measured()),
                    asked.share(),
                    FailedSlots.TOGETHER);
            weighRouter(clues, failed);
            weighWitness(clues, printer);
            Circumstance.weighHour(clues, printer);
        } else if (Losses.of(printer, ProbeKind.INTERNET, ProbeTally::failed).beyond()
                && !printer.server().failures().isEmpty()
                && mostlyBefore(printer)) {
            // Names failed all the time, so the server tells nothing of what lies behind them.
            clues.weak(
                    "references",
                    Statement.of("clue.references.silent", asked.failed(), asked.measured()));
            weighRouter(clues, failed);
            return clues.conclude(Severity.WATCH);
        } else if (failed.answered(ProbeKind.INTERNET)) {
            clues.against(
                    Statement.of(
                            "clue.references.answered",
                            asked.measured() - asked.failed(),
                            asked.measured()));
        } else if (failed.seen(ProbeKind.INTERNET) && asked.failed() > 0) {
            clues.weak(
                    "references",
                    Statement.of("clue.references.silent", asked.failed(), asked.measured()));
        }
        return clues.conclude(failed.severity(explained(printer)));
    }

    /** With the internet gone, names fail first, which counts as the link before. */
    private static int explained(PrinterCase printer) {
        return printer.broken(Layer.INTERNET) + printer.broken(Layer.DNS);
    }

    private static boolean mostlyBefore(PrinterCase printer) {
        return printer.brokenShare(Layer.DNS) >= FailedSlots.TOGETHER.value();
    }

    private static void weighRouter(Clues clues, FailedSlots failed) {
        JointCounts router = failed.of(ProbeKind.GATEWAY);
        if (failed.answered(ProbeKind.GATEWAY)) {
            clues.weak(
                    "gateway",
                    Statement.of(
                            "clue.router.answered",
                            router.measured() - router.failed(),
                            router.measured()));
        }
    }

    private static void weighWitness(Clues clues, PrinterCase printer) {
        var witness = new WitnessView(printer);
        witness.referencesFailed()
                .map(WitnessRow::serverFailing)
                .ifPresent(seen ->
                        clues.strong(
                                "witness",
                                Statement.of(
                                        "clue.witness.references_failed",
                                        seen.failed(),
                                        seen.measured())));
        if (witness.referenceAnswered().isPresent() && witness.routerAnswered().isPresent()) {
            // The same router lets this computer through and the printer's not.
            clues.as("only_here");
        }
    }
}
