package dev.linkscope.rules.network;

import dev.linkscope.domain.Statement;
import dev.linkscope.domain.diagnosis.Finding;
import dev.linkscope.domain.diagnosis.Layer;
import dev.linkscope.domain.diagnosis.Severity;
import dev.linkscope.rules.Clues;
import dev.linkscope.rules.PrinterCase;
import dev.linkscope.rules.Rule;
import java.util.Map;

/** The network promises IPv6 and does not keep it, so that each connection begins with a wait. */
final class Ipv6BrokenRule implements Rule {
    @Override
    public String id() {
        return "ipv6.broken";
    }

    @Override
    public Layer layer() {
        return Layer.INTERNET;
    }

    @Override
    public Finding judge(PrinterCase printer) {
        var clues = new Clues(this);
        var failed = new FailedSlots(printer);
        Map<String, String> ways = ServerWays.of(printer);
        String six = ways.get("ipv6");
        if (six == null) {
            clues.missing();
            return clues.conclude(Severity.INFO);
        }
        int stuck =
                failed.count(
                        "connect.timeout", "connect.unreachable", "tls.timeout", "dns.timeout");
        boolean hurts = failed.share(stuck) >= FailedSlots.TOGETHER.value();
        if (!six.equals("broken")) {
            clues.against(
                    Statement.of(six.equals("ok") ? "clue.ipv6.works" : "clue.ipv6.not_in_use"));
        } else if ("ok".equals(ways.get("ipv4"))) {
            clues.strong("paths", Statement.of("clue.ipv6.broken"));
            if (hurts) {
                clues.weak("server", Statement.of("clue.server.stuck", stuck, failed.errors()));
            } else {
                clues.as("unused");
            }
        } else {
            clues.missing().weakAgainst(Statement.of("clue.ipv6.neither"));
        }
        return clues.conclude(hurts ? failed.severity(stuck) : Severity.INFO);
    }
}
