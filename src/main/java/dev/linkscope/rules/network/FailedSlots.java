package dev.linkscope.rules.network;

import dev.linkscope.domain.diagnosis.Layer;
import dev.linkscope.domain.diagnosis.Severity;
import dev.linkscope.domain.probe.JointCounts;
import dev.linkscope.domain.probe.Phase;
import dev.linkscope.domain.probe.ProbeKind;
import dev.linkscope.domain.probe.ProbeTally;
import dev.linkscope.rules.PrinterCase;
import dev.linkscope.rules.Threshold;
import java.util.List;

/**
 * What the other probes saw while the server pane failed. Who is silent while the server answers
 * answers nobody, and says nothing either way.
 */
final class FailedSlots {
    /** Share of silence from which two fail together. */
    static final Threshold TOGETHER =
            new Threshold(0.5, "", "own limit: failed together more often than not");

    /** Share of silence up to which the other one answered. */
    static final Threshold HARDLY =
            new Threshold(0.1, "", "own limit: an attempt at either end of an outage may miss it");

    /** Below this share of the failures a cause is a footnote. */
    private static final Threshold FOOTNOTE =
            new Threshold(0.1, "", "own limit: one failure in ten");

    private static final Threshold PART =
            new Threshold(0.2, "", "own limit: one failure in five is worth a cause of its own");

    private static final int FEW = 3;
    private static final int LOOKS = 4;

    private final PrinterCase printer;

    FailedSlots(PrinterCase printer) {
        this.printer = printer;
    }

    /** Failed slots of the server pane. */
    int errors() {
        return printer.server().figures().errors();
    }

    /** Failed slots as {@code phase.class}, of several kinds. */
    int count(String... failures) {
        int sum = 0;
        for (String failure : failures) {
            sum += printer.server().count(failure);
        }
        return sum;
    }

    /** Share of the failed slots; 0 without any. */
    double share(int slots) {
        return errors() == 0 ? 0 : (double) slots / errors();
    }

    /**
     * Whether enough of them broke at one link to look for a cause there, whatever else broke.
     *
     * @param kind the probe that tells of the link
     */
    boolean brokeAt(Layer layer, ProbeKind kind) {
        return seen(kind)
                && printer.broken(layer) >= FEW
                && printer.brokenShare(layer) >= PART.value();
    }

    /** Whether the newest attempts failed. */
    boolean now() {
        return printer.probe(ProbeKind.SERVER_HTTP)
                .filter(server -> server.failedInARow() > 0)
                .isPresent();
    }

    /** Whether nearly all failed slots brought a whole reply, so that the way there was open. */
    boolean replied() {
        return errors() > 0 && share(printer.server().count(Phase.RESPONSE)) >= 1 - HARDLY.value();
    }

    /** How much a cause matters that explains this many failed slots. */
    Severity severity(int explained) {
        return share(explained) < FOOTNOTE.value() ? Severity.INFO : printer.server().severity();
    }

    /** Attempts of all probes of a kind in failed slots. */
    JointCounts of(ProbeKind kind) {
        int measured = 0;
        int failed = 0;
        for (ProbeTally tally : tallies(kind)) {
            measured += tally.beside().serverFailing().measured();
            failed += tally.beside().serverFailing().failed();
        }
        return new JointCounts(measured, failed);
    }

    /** Whether a probe of this kind says anything about the failed slots. */
    boolean seen(ProbeKind kind) {
        return of(kind).measured() > 1;
    }

    /** Whether every probe of a kind failed together with the server. */
    boolean silent(ProbeKind kind) {
        return seen(kind)
                && tallies(kind).stream()
                        .map(tally -> tally.beside().serverFailing())
                        .allMatch(failing ->
                                failing.measured() == 0 || failing.share() >= TOGETHER.value());
    }

    /** Whether a probe of this kind went on while the server failed. */
    boolean answered(ProbeKind kind) {
        return tallies(kind).stream()
                .map(tally -> tally.beside().serverFailing())
                .anyMatch(failing ->
                        failing.measured() >= LOOKS && failing.share() <= HARDLY.value());
    }

    private List<ProbeTally> tallies(ProbeKind kind) {
        return printer.probes(kind).filter(tally -> !mute(tally)).toList();
    }

    private static boolean mute(ProbeTally tally) {
        JointCounts ok = tally.beside().serverOk();
        return ok.measured() >= LOOKS && ok.share() >= TOGETHER.value();
    }
}
