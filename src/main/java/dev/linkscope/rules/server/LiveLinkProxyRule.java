package dev.linkscope.rules.server;

import dev.linkscope.domain.Statement;
import dev.linkscope.domain.diagnosis.Finding;
import dev.linkscope.domain.diagnosis.Layer;
import dev.linkscope.domain.diagnosis.Severity;
import dev.linkscope.rules.Clues;
import dev.linkscope.rules.PrinterCase;
import dev.linkscope.rules.Rule;
import java.util.List;
import java.util.Set;

/** A proxy answers the request for a live link and does not pass it on. */
final class LiveLinkProxyRule implements Rule {
    /** Something dropped what makes the request one for a live link. */
    static final List<String> TAKEN_APART =
            List.of("ws_bad_request", "ws_upgrade_required", "ws_no_upgrade", "ws_bad_accept");

    /** Something in front of the server does not reach its live link. */
    static final List<String> NOT_REACHED =
            List.of("ws_bad_gateway", "ws_unavailable", "ws_gateway_timeout", "ws_5xx");

    /** RFC 9110 §15.5.22: whoever answers so refuses to go on without the upgrade it was sent. */
    private static final Set<String> SAYS_SO = Set.of("ws_upgrade_required");

    @Override
    public String id() {
        return "websocket.proxy";
    }

    @Override
    public Layer layer() {
        return Layer.WEBSOCKET;
    }

    @Override
    public Finding judge(PrinterCase printer) {
        var clues = new Clues(this);
        BeyondPath live = BeyondPath.liveLinkOf(printer);
        boolean apart = live.fails(TAKEN_APART);
        boolean unknown = live.fails("ws_not_found") && ObicoServer.cloud(printer);
        boolean notReached = live.fails(NOT_REACHED);
        if (apart || unknown) {
            Statement text = live.observed("clue.live.taken_apart");
            live.withPath(clues);
            if (SAYS_SO.contains(live.failing())) {
                clues.certain("live", text);
            } else {
                clues.strong("live", text);
            }
        } else if (notReached) {
            live.withPath(clues.as("gateway"))
                    .strong("live", live.observed("clue.live.not_reached"));
        } else if (live.unknown()) {
            clues.missing();
        } else if (live.works()) {
            clues.against(Statement.of("clue.live.works"));
        }
        Severity severity = LiveLinkRefusals.beside(printer, clues);
        if (clues.any()) {
            printer.facts()
                    .text("proxy.configured")
                    .filter(proxy -> !proxy.equals("none"))
                    .ifPresent(
                            proxy -> clues.weak("proxy", Statement.of("clue.live.proxy", proxy)));
        }
        return clues.conclude(severity);
    }
}
