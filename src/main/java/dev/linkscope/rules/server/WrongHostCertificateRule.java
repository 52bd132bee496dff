package dev.linkscope.rules.server;

import dev.linkscope.domain.Statement;
import dev.linkscope.domain.diagnosis.Finding;
import dev.linkscope.domain.diagnosis.Layer;
import dev.linkscope.domain.probe.Phase;
import dev.linkscope.rules.Clues;
import dev.linkscope.rules.PrinterCase;
import dev.linkscope.rules.Rule;

/** The server shows a certificate that was issued for another name. */
final class WrongHostCertificateRule implements Rule {
    @Override
    public String id() {
        return "certificate.wrong_host";
    }

    @Override
    public Layer layer() {
        return Layer.TLS;
    }

    @Override
    public Finding judge(PrinterCase printer) {
        var clues = new Clues(this);
        int seen = ServerPane.count(printer, "tls.cert_wrong_host");
        if (seen == 0) {
            if (!ServerPane.reached(printer, Phase.TLS)) {
                clues.missing();
            }
            return clues.conclude(printer.server().severity());
        }
        if (seen >= ServerPane.SEVERAL) {
            clues.strong("server", Statement.of("clue.certificate.wrong_host", seen));
        } else {
            clues.weak("server", Statement.of("clue.certificate.wrong_host", seen));
        }
        int portals = ServerPane.count(printer, "response.captive_portal");
        if (portals > 0) {
            clues.against(Statement.of("clue.server.sign_in_page", portals));
        }
        if (printer.witness("server")
                .anyMatch(row -> "tls.cert_wrong_host".equals(row.lastFailure()))) {
            clues.certain("witness", Statement.of("clue.certificate.wrong_host_from_here"));
        } else {
            FromHere.of(printer).tell(clues);
        }
        return clues.conclude(printer.server().severity());
    }
}
