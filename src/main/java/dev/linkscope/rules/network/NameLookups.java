package dev.linkscope.rules.network;

import dev.linkscope.domain.Statement;
import dev.linkscope.domain.probe.JointCounts;
import dev.linkscope.domain.probe.Outcome;
import dev.linkscope.domain.probe.Phase;
import dev.linkscope.domain.probe.ProbeKind;
import dev.linkscope.domain.probe.ProbeTally;
import dev.linkscope.rules.Clues;
import dev.linkscope.rules.LossyWay;
import dev.linkscope.rules.PrinterCase;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * How names were looked up: by the server pane itself, and by the probe that asks each resolver.
 */
final class NameLookups {
    private final PrinterCase printer;
    private final FailedSlots failed;

    NameLookups(PrinterCase printer) {
        this.printer = printer;
        failed = new FailedSlots(printer);
    }

    /**
     * One resolver in the newest look.
     *
     * @param address its address
     * @param verdict {@code ok} or the class of its failure
     */
    record Resolver(String address, String verdict) {
        boolean ok() {
            return verdict.equals("ok") || verdict.equals("truncated");
        }
    }

    /** Failed slots of the server pane whose name could not be looked up. */
    int slots() {
        return printer.server().count(Phase.DNS);
    }

    /** Questions of a probe to which every resolver failed, by the class of the first one. */
    int asked(String errorClass) {
        return printer.probes(ProbeKind.DNS).mapToInt(one -> one.count("dns." + errorClass)).sum();
    }

    /** All questions of that probe that failed. */
    int failedQuestions() {
        return printer.probes(ProbeKind.DNS).mapToInt(ProbeTally::failed).sum();
    }

    /** The resolvers in the newest look, in the order in which the system asks them. */
    List<Resolver> resolvers() {
        Optional<Outcome> last = printer.probe(ProbeKind.DNS).map(ProbeTally::last);
        var found = new ArrayList<Resolver>();
        for (int i = 0; i < 3 && last.isPresent(); i++) {
            String text = last.get().details().get("r" + i);
            String[] words = text == null ? new String[0] : text.split(" ", 3);
            if (words.length >= 2) {
                found.add(new Resolver(words[0], words[1]));
            }
        }
        return found;
    }

    /** Whether nobody looked: the probe did not run, or the pane has no slots. */
    boolean unknown() {
        return printer.probe(ProbeKind.DNS).isEmpty();
    }

    /**
     * Whether something nearer, or all of the internet, failed along with the names: then they
     * could not be looked up, whatever the resolver is like.
     */
    boolean excused(Clues clues) {
        JointCounts router = failed.of(ProbeKind.GATEWAY);
        if (failed.silent(ProbeKind.GATEWAY)) {
            clues.missing().weakAgainst(Statement.of("clue.router.silent", router.failed()));
            return true;
        }
        JointCounts references = failed.of(ProbeKind.INTERNET);
        if (failed.silent(ProbeKind.INTERNET)) {
            clues.against(
                    Statement.of(
                            "clue.references.silent", references.failed(), references.measured()));
            return true;
        }
        return false;
    }

    /**
     * Whether silence of the resolvers is more than the odd packet, and more than what the way to
     * the router loses of everything.
     *
     * @param silent questions left unanswered
     */
    boolean silentByThemselves(int silent) {
        boolean together =
                failed.silent(ProbeKind.DNS)
                        && failed.answered(ProbeKind.GATEWAY)
                        && !new LossyWay(printer).loses();
        return together || Losses.of(printer, ProbeKind.DNS, _ -> silent).beyond();
    }

    /** Adds that references asked by their numbers answered, as a weak clue. */
    void weighReferences(Clues clues) {
        JointCounts references = failed.of(ProbeKind.INTERNET);
        if (failed.answered(ProbeKind.INTERNET)) {
            clues.weak(
                    "references",
                    Statement.of(
                            "clue.references.answered",
                            references.measured() - references.failed(),
                            references.measured()));
        }
    }
}
