package dev.linkscope.rules.server;

import dev.linkscope.domain.Statement;
import dev.linkscope.domain.diagnosis.Finding;
import dev.linkscope.domain.diagnosis.Layer;
import dev.linkscope.domain.loss.Quantiles;
import dev.linkscope.domain.probe.JointCounts;
import dev.linkscope.domain.probe.Phase;
import dev.linkscope.domain.probe.ProbeKind;
import dev.linkscope.domain.probe.ProbeTally;
import dev.linkscope.rules.Clues;
import dev.linkscope.rules.LossyWay;
import dev.linkscope.rules.PrinterCase;
import dev.linkscope.rules.Rule;
import dev.linkscope.rules.Threshold;
import java.util.Set;

/** The server has more to do than it can. */
final class ServerOverloadedRule implements Rule {
    private static final Set<String> OVERLOADED = Set.of("503", "504");

    private static final Threshold SLOW =
            new Threshold(
                    1000, "ms", "RFC 6298 §2: what TCP waits before it takes a packet for lost");

    @Override
    public String id() {
        return "server.overloaded";
    }

    @Override
    public Layer layer() {
        return Layer.HTTP;
    }

    /** Who waits long for everybody waits long for the server too. */
    @Override
    public Set<String> follows() {
        return Set.of("host.load", "upload.full");
    }

    /**
     * Whether the newest reply says that the server, or what it asks in turn, has too much to do.
     */
    static boolean overloaded(PrinterCase printer) {
        return ServerPane.status(printer).filter(OVERLOADED::contains).isPresent();
    }

    @Override
    public Finding judge(PrinterCase printer) {
        var clues = new Clues(this);
        int errors = ServerPane.count(printer, "response.http_5xx");
        if (overloaded(printer) && errors >= ServerPane.SEVERAL) {
            String status = ServerPane.status(printer).orElse("");
            clues.strong("server", Statement.of("clue.server.says_overloaded", errors, status));
        }
        int unanswered =
                Math.min(
                        printer.broken(Layer.HTTP),
                        ServerPane.count(printer, "request.timeout", "body.timeout"));
        if (unanswered > 0) {
            clues.weak("request", Statement.of("clue.server.unanswered", unanswered));
        }
        boolean silent =
                new OtherPlaces(printer)
                        .tell(
                                clues,
                                "clue.server.unanswered_row",
                                "request.timeout",
                                "body.timeout");
        if (silent && errors == 0 && !ObicoServer.own(printer)) {
            clues.as("before");
        }
        if (clues.any() && !refusedFromHere(printer)) {
            FromHere.of(printer).tell(clues);
        }
        Quantiles latency = printer.server().figures().latencyMs();
        var way = new LossyWay(printer);
        if (way.loses()) {
            // Whoever loses packets on the way to the router waits long for everybody.
            JointCounts lost = way.counts();
            clues.weakAgainst(Statement.of("clue.loss.router", lost.failed(), lost.measured()));
        } else if (latency != null && latency.p50() > SLOW.value()) {
            Statement text = Statement.of("clue.server.slow", latency.p50());
            clues.weak("latency", text, latency.p50(), SLOW);
        }
        limited(printer, clues);
        if (!clues.any() && !ServerPane.reached(printer, Phase.REQUEST)) {
            clues.missing();
        }
        return clues.conclude(printer.server().severity());
    }

    /** Nothing listens there, which is something else than too much to do. */
    private static boolean refusedFromHere(PrinterCase printer) {
        return printer.witness("server")
                .anyMatch(row -> "connect.refused".equals(row.lastFailure()));
    }

    /** Being asked for fewer requests: that may be about ours alone. */
    private static void limited(PrinterCase printer, Clues clues) {
        int skipped =
                printer.probes(ProbeKind.SERVER_HTTP)
                        .mapToInt((ProbeTally tally) -> tally.count("rate_limited"))
                        .sum();
        if (skipped == 0) {
            return;
        }
        clues.weak("limit", Statement.of("clue.server.limited", skipped));
        if (printer.server().figures().errors() == 0) {
            clues.weakAgainst(
                    Statement.of("clue.server.others_answered", ServerPane.answered(printer)));
        }
    }
}
