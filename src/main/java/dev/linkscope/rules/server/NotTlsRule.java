package dev.linkscope.rules.server;

import dev.linkscope.domain.Statement;
import dev.linkscope.domain.diagnosis.Finding;
import dev.linkscope.domain.diagnosis.Layer;
import dev.linkscope.domain.probe.Phase;
import dev.linkscope.rules.Clues;
import dev.linkscope.rules.PrinterCase;
import dev.linkscope.rules.Rule;
import dev.linkscope.rules.Threshold;

/** https:// in front of an address that speaks plain HTTP, or http:// where https is wanted. */
final class NotTlsRule implements Rule {
    private static final Threshold NEARLY_ALL =
            new Threshold(0.9, "", "an address that is wrong is wrong each time, but for outages");

    @Override
    public String id() {
        return "tls.not_tls";
    }

    @Override
    public Layer layer() {
        return Layer.TLS;
    }

    @Override
    public Finding judge(PrinterCase printer) {
        var clues = new Clues(this);
        int plain = ServerPane.count(printer, "tls.not_tls");
        int sentOn = ServerPane.count(printer, "response.redirect");
        double share = printer.server().share("response.redirect");
        boolean http =
                ObicoServer.measured(printer).filter(one -> one.startsWith("http://")).isPresent();
        if (plain >= ServerPane.SEVERAL) {
            clues.certain("server", Statement.of("clue.tls.plain", plain));
        } else if (plain > 0) {
            clues.weak("server", Statement.of("clue.tls.plain", plain));
        } else if (sentOn >= ServerPane.SEVERAL && share >= NEARLY_ALL.value()) {
            clues.as("needed");
            Statement text = Statement.of("clue.tls.sent_on", sentOn);
            clues.weak("server", text, share, NEARLY_ALL);
            if (http) {
                clues.strong("address", Statement.of("clue.tls.address_is_http"));
            }
        } else if (!ServerPane.reached(printer, Phase.TLS)) {
            clues.missing();
        }
        return clues.conclude(printer.server().severity());
    }
}
