package dev.linkscope.rules.server;

import dev.linkscope.domain.Statement;
import dev.linkscope.domain.diagnosis.Finding;
import dev.linkscope.domain.diagnosis.Layer;
import dev.linkscope.domain.diagnosis.Severity;
import dev.linkscope.domain.probe.ProbeKind;
import dev.linkscope.domain.probe.ProbeTally;
import dev.linkscope.rules.Clues;
import dev.linkscope.rules.PrinterCase;
import dev.linkscope.rules.Rule;
import java.util.List;

/** The server, or something in front of it, asks for fewer requests: Linkscope asks less often. */
final class RateLimitedRule implements Rule {
    @Override
    public String id() {
        return "server.rate_limited";
    }

    @Override
    public Layer layer() {
        return Layer.HTTP;
    }

    /** A request that was not made is no failure. */
    @Override
    public boolean breaksPath() {
        return false;
    }

    @Override
    public Finding judge(PrinterCase printer) {
        var clues = new Clues(this);
        // Also where nothing else ever came of it.
        List<ProbeTally> asked =
                printer.probes().stream()
                        .filter(one ->
                                one.kind() == ProbeKind.SERVER_HTTP
                                        || one.kind() == ProbeKind.SERVER_WS)
                        .toList();
        int limited = asked.stream().mapToInt(one -> one.count("rate_limited")).sum();
        int left = asked.stream().mapToInt(one -> one.count("backing_off")).sum();
        int measured = asked.stream().mapToInt(ProbeTally::measured).sum();
        if (limited > 0) {
            clues.certain("server", Statement.of("clue.server.limited", limited))
                    .saying(limited + left);
        } else if (measured > 0) {
            clues.against(Statement.of("clue.server.limits_nothing", measured));
        } else {
            clues.missing();
        }
        return clues.conclude(limited + left >= measured ? Severity.WATCH : Severity.INFO);
    }
}
