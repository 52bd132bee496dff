package dev.linkscope.rules.network;

import dev.linkscope.domain.Statement;
import dev.linkscope.domain.diagnosis.Finding;
import dev.linkscope.domain.diagnosis.Layer;
import dev.linkscope.domain.diagnosis.Severity;
import dev.linkscope.domain.probe.JointCounts;
import dev.linkscope.domain.probe.ProbeKind;
import dev.linkscope.domain.probe.ProbeTally;
import dev.linkscope.rules.Clues;
import dev.linkscope.rules.FailureRows;
import dev.linkscope.rules.LossyWay;
import dev.linkscope.rules.PrinterCase;
import dev.linkscope.rules.Rule;
import java.util.Set;

/**
 * Packets are lost on the way, here and there: router, name servers and server miss some alike.
 * Why, only facts of radio or cable can tell; without them this is all that is known.
 */
final class LossRule implements Rule {
    private static final String[] TIMEOUTS = {
        "dns.timeout",
        "dns.dns_failed",
        "connect.timeout",
        "tls.timeout",
        "request.timeout",
        "body.timeout"
    };

    private static final int FEW = 3;

    @Override
    public String id() {
        return "link.loss";
    }

    @Override
    public Layer layer() {
        return Layer.LINK;
    }

    /** Who knows why packets are lost says more. */
    @Override
    public Set<String> follows() {
        return Set.of(
                "link.none",
                "cable.bad",
                "wifi.weak",
                "wifi.busy",
                "wifi.roaming",
                "wifi.channel",
                "wifi.firmware",
                "wifi.power_save",
                "power.undervoltage",
                "host.load");
    }

    @Override
    public boolean givesWay() {
        return true;
    }

    @Override
    public Finding judge(PrinterCase printer) {
        var clues = new Clues(this);
        var way = new LossyWay(printer);
        var failed = new FailedSlots(printer);
        JointCounts router = way.counts();
        if (way.unknown()) {
            clues.missing();
        } else if (way.loses()) {
            // Alone that may be a router which passes over a question now and then; and whatever
            // is missed, it does not say why.
            clues.weak(
                    "gateway",
                    Statement.of("clue.loss.router", router.failed(), router.measured()),
                    router.share(),
                    LossyWay.LOST);
            farther(clues, printer);
        } else if (router.failed() == 0) {
            clues.against(Statement.of("clue.router.loses_nothing"));
        }
        Severity severity = failed.severity(failed.count(TIMEOUTS));
        // Beside another fault, which breaks all, it waits.
        return clues.conclude(
                way.explains() || severity != Severity.CRITICAL ? severity : Severity.WATCH);
    }

    /** Others miss some as well. */
    private static void farther(Clues clues, PrinterCase printer) {
        JointCounts names = lost(printer, ProbeKind.DNS, "dns.timeout");
        if (names.failed() >= FEW && names.share() > LossyWay.LOST.value()) {
            clues.weak(
                    "resolver",
                    Statement.of("clue.loss.names", names.failed(), names.measured()),
                    names.share(),
                    LossyWay.LOST);
        }
        JointCounts places = lost(printer, ProbeKind.INTERNET, "connect.timeout");
        if (places.failed() >= FEW && places.share() > LossyWay.LOST.value()) {
            clues.weak(
                    "references",
                    Statement.of("clue.loss.references", places.failed(), places.measured()),
                    places.share(),
                    LossyWay.LOST);
        }
        int rows = FailureRows.of(printer, TIMEOUTS).count();
        if (rows >= FEW) {
            clues.weak("server", Statement.of("clue.loss.server", rows));
        }
    }

    private static JointCounts lost(PrinterCase printer, ProbeKind kind, String failure) {
        return new JointCounts(
                printer.probes(kind).mapToInt(ProbeTally::measured).sum(),
                printer.probes(kind).mapToInt(one -> one.count(failure)).sum());
    }
}
