package dev.linkscope.rules.network;

import dev.linkscope.domain.Statement;
import dev.linkscope.domain.diagnosis.Finding;
import dev.linkscope.domain.diagnosis.Layer;
import dev.linkscope.domain.diagnosis.WitnessRow;
import dev.linkscope.domain.probe.JointCounts;
import dev.linkscope.domain.probe.ProbeKind;
import dev.linkscope.rules.Clues;
import dev.linkscope.rules.PrinterCase;
import dev.linkscope.rules.Rule;
import java.util.List;

/** A firewall swallows connections to the server's port: no reply at all, not even a refusal. */
final class FirewallPortRule implements Rule {
    private static final String SWALLOWED = "connect.timeout";

    @Override
    public String id() {
        return "firewall.port";
    }

    @Override
    public Layer layer() {
        return Layer.TCP;
    }

    @Override
    public Finding judge(PrinterCase printer) {
        var clues = new Clues(this);
        var failed = new FailedSlots(printer);
        int slots = failed.count(SWALLOWED);
        if (printer.server().figures().attempts() == 0) {
            clues.missing();
        }
        if (slots == 0) {
            return clues.conclude(failed.severity(0));
        }
        if (failed.silent(ProbeKind.GATEWAY)) {
            clues.missing()
                    .weakAgainst(
                            Statement.of(
                                    "clue.router.silent", failed.of(ProbeKind.GATEWAY).failed()));
            return clues.conclude(failed.severity(0));
        }
        ProxyUse.of(printer)
                .ifPresent(proxy -> clues.against(Statement.of("clue.proxy.in_use", proxy)));
        JointCounts references = failed.of(ProbeKind.INTERNET);
        if (failed.silent(ProbeKind.INTERNET)) {
            clues.against(
                    Statement.of(
                            "clue.references.silent", references.failed(), references.measured()));
        }
        weighSwallowed(clues, printer, slots);
        if (failed.answered(ProbeKind.INTERNET)) {
            clues.weak(
                    "references",
                    Statement.of(
                            "clue.references.answered",
                            references.measured() - references.failed(),
                            references.measured()));
        }
        new WitnessView(printer)
                .serverAnswered()
                .map(WitnessRow::serverFailing)
                .ifPresent(seen ->
                        clues.weak(
                                "witness",
                                Statement.of(
                                        "clue.witness.server_answered",
                                        seen.measured() - seen.failed(),
                                        seen.measured())));
        if (!ServerWays.own(printer)
                && new WitnessView(printer).serverFailed(SWALLOWED::equals).isPresent()) {
            clues.weakAgainst(Statement.of("clue.witness.server_failed"));
        }
        return clues.conclude(failed.severity(slots));
    }

    /**
     * A firewall swallows all connections from the day it is set up; what comes and goes is not.
     */
    private static void weighSwallowed(Clues clues, PrinterCase printer, int slots) {
        int attempts = printer.server().figures().attempts();
        List<String> ways = ServerWays.direct(printer);
        if (!ways.isEmpty() && ways.stream().noneMatch(way -> way.startsWith("connect timeout"))) {
            clues.against(Statement.of("clue.paths.open"));
        } else if (slots == attempts) {
            clues.strong("server", Statement.of("clue.server.swallowed", slots));
        } else if (slots >= (1 - FailedSlots.HARDLY.value()) * attempts) {
            clues.weak("server", Statement.of("clue.server.swallowed_mostly", slots, attempts));
        } else {
            clues.against(
                    Statement.of(
                            "clue.server.taken_at_times",
                            attempts - printer.server().figures().errors(),
                            attempts));
        }
        if (!ways.isEmpty() && ways.stream().allMatch(way -> way.startsWith("connect timeout"))) {
            clues.weak("paths", Statement.of("clue.paths.swallowed", ways.size()));
        }
    }
}
