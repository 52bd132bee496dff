package dev.linkscope.rules;

import dev.linkscope.domain.Statement;
import dev.linkscope.domain.diagnosis.Confidence;
import dev.linkscope.domain.diagnosis.Evidence;
import dev.linkscope.domain.diagnosis.Finding;
import dev.linkscope.domain.diagnosis.Severity;
import dev.linkscope.domain.diagnosis.Verdict;
import dev.linkscope.domain.probe.Phase;
import dev.linkscope.domain.probe.ProbeKind;
import dev.linkscope.domain.probe.ProbeTally;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * The path to the server works, yet what Obico needs beside it does not: its own connection, or
 * WebSocket at all. Without this rule a printer that is offline in Obico would look healthy,
 * because the server pane measures the path alone.
 */
final class BesideThePathRule {
    /** One look may fall into the moment in which the plugin connects anew. */
    private static final int LOOKS = 2;

    private final ProbeKind kind;
    private final String name;
    private final Set<String> known;
    private final Set<String> certain;

    /**
     * A rule for one probe.
     *
     * @param name of the rule, and of its sentences in the bundle
     * @param known classes with sentences of their own
     * @param certain classes that the other side states itself
     */
    BesideThePathRule(ProbeKind kind, String name, Set<String> known, Set<String> certain) {
        this.kind = kind;
        this.name = name;
        this.known = known;
        this.certain = certain;
    }

    /** What it concludes; empty if it has nothing to say. */
    Optional<Finding> judge(PrinterCase printer) {
        Optional<ProbeTally> path = printer.probe(ProbeKind.SERVER_HTTP);
        Optional<ProbeTally> beside = printer.probe(kind);
        if (path.isEmpty() || beside.isEmpty() || beside.get().failedInARow() < LOOKS) {
            return Optional.empty();
        }
        // While the path itself fails, this could not be checked: it says nothing of its own.
        boolean pathWorks = path.get().failedInARow() == 0;
        return pathWorks && beyondThePath(beside.get())
                ? Optional.of(finding(path.get(), beside.get()))
                : Optional.empty();
    }

    private static boolean beyondThePath(ProbeTally tally) {
        return tally.last() != null && tally.last().phase() == Phase.UPGRADE;
    }

    private Finding finding(ProbeTally path, ProbeTally beside) {
        String failing = String.valueOf(beside.failing());
        String key = "finding." + name + (known.contains(failing) ? "." + failing : "");
        return new Finding(
                name + "." + failing,
                Verdict.SUPPORTED,
                Severity.CRITICAL,
                certain.contains(failing) ? Confidence.CONFIRMED : Confidence.POINTS_TO,
                Statement.of(key),
                List.of(
                        new Evidence(
                                true,
                                Statement.of(
                                        "finding." + name + ".evidence", beside.failedInARow()),
                                (double) beside.failedInARow(),
                                (double) LOOKS,
                                null),
                        new Evidence(
                                true,
                                Statement.of(
                                        "finding.evidence.path_works",
                                        path.measured() - path.failed(),
                                        path.measured()),
                                null,
                                null,
                                null)),
                Statement.of(key + ".next"),
                List.of());
    }
}
