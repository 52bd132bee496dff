package dev.linkscope.rules.server;

import dev.linkscope.domain.Statement;
import dev.linkscope.domain.diagnosis.Finding;
import dev.linkscope.domain.diagnosis.Layer;
import dev.linkscope.domain.probe.Phase;
import dev.linkscope.rules.Clues;
import dev.linkscope.rules.PrinterCase;
import dev.linkscope.rules.Rule;
import dev.linkscope.rules.Threshold;

/** The server itself does not work, or nothing runs on its computer. */
final class ServerDownRule implements Rule {
    private static final Threshold FEW =
            new Threshold(0.1, "", "own limit: one failure in ten, fewer are lost packets");

    /** Somebody took the connection and let it go without a whole answer. */
    private static final String[] CLOSED = {
        "connect.reset",
        "tls.reset",
        "tls.closed",
        "request.reset",
        "request.closed",
        "body.reset",
        "body.closed",
        "body.cut_off"
    };

    @Override
    public String id() {
        return "server.down";
    }

    @Override
    public Layer layer() {
        return Layer.HTTP;
    }

    @Override
    public Finding judge(PrinterCase printer) {
        var clues = new Clues(this);
        if (ObicoServer.own(printer)) {
            clues.as("own");
        }
        int own = ServerOverloadedRule.overloaded(printer) ? 0 : ownErrors(printer);
        // What broke nearer, at the router or at the internet, says nothing of the server.
        int reached = printer.broken(Layer.TCP);
        int refused = Math.min(reached, ServerPane.count(printer, "connect.refused"));
        int silent =
                Math.min(
                        reached,
                        ServerPane.count(printer, "connect.timeout", "connect.unreachable"));
        FromHere here = FromHere.of(printer);
        if (own >= ServerPane.SEVERAL && !here.works() && !ServerPane.byProxy(printer)) {
            clues.certain("server", Statement.of("clue.server.own_errors", own));
        } else if (own >= ServerPane.SEVERAL) {
            clues.strong("server", Statement.of("clue.server.own_errors", own));
        } else if (own > 0) {
            clues.weak("server", Statement.of("clue.server.own_errors", own));
        }
        if (refused >= ServerPane.SEVERAL) {
            clues.strong("connect", Statement.of("clue.server.refused", refused));
        } else if (refused > 0) {
            clues.weak("connect", Statement.of("clue.server.refused", refused));
        }
        if (silent >= FEW.value() * printer.server().figures().errors() && silent > 0) {
            clues.weak("connect", Statement.of("clue.server.silent", silent));
        }
        if (!clues.any()
                && new OtherPlaces(printer).tell(clues, "clue.server.closed_row", CLOSED)
                && !ObicoServer.own(printer)) {
            clues.as("before");
        }
        if (clues.any()) {
            here.tell(clues);
        } else if (!ServerPane.reached(printer, Phase.TLS)) {
            clues.missing();
        }
        return clues.conclude(printer.server().severity());
    }

    private static int ownErrors(PrinterCase printer) {
        return ServerPane.count(printer, "response.http_5xx");
    }
}
