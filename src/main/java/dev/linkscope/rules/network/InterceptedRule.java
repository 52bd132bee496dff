package dev.linkscope.rules.network;

import dev.linkscope.domain.Statement;
import dev.linkscope.domain.diagnosis.Finding;
import dev.linkscope.domain.diagnosis.Layer;
import dev.linkscope.domain.diagnosis.Severity;
import dev.linkscope.rules.Clues;
import dev.linkscope.rules.PrinterCase;
import dev.linkscope.rules.Rule;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** Somebody between the computer and the server opens the encryption. */
final class InterceptedRule implements Rule {
    private static final String UNTRUSTED = "tls.cert_untrusted";

    @Override
    public String id() {
        return "tls.intercepted";
    }

    @Override
    public Layer layer() {
        return Layer.TLS;
    }

    @Override
    public Finding judge(PrinterCase printer) {
        var clues = new Clues(this);
        var failed = new FailedSlots(printer);
        int slots = failed.count(UNTRUSTED);
        String how = ServerWays.of(printer).get("intercepted");
        Optional<String> issuer = printer.facts().text("server.certificate.issuer");
        if ("local_authority".equals(how)) {
            clues.as("by_owner")
                    .certain("paths", Statement.of("clue.tls.local_authority", named(issuer)));
            return clues.conclude(slots == 0 ? Severity.INFO : failed.severity(slots));
        }
        if ("untrusted_issuer".equals(how)) {
            if (issuer.filter(InterceptedRule::known).isPresent()) {
                // Everybody trusts that one, so it is this computer's list that is too old.
                clues.as("old_list")
                        .strong("paths", Statement.of("clue.tls.untrusted", named(issuer)))
                        .strong("issuer", Statement.of("clue.tls.known_issuer", named(issuer)));
            } else {
                clues.strong("paths", Statement.of("clue.tls.untrusted", named(issuer)));
            }
        }
        if (slots > 0) {
            clues.weak("server", Statement.of("clue.tls.refused", slots));
        } else if (how == null && printer.server().figures().attempts() == 0) {
            clues.missing();
        }
        return clues.conclude(failed.severity(slots));
    }

    private static Object named(Optional<String> issuer) {
        return issuer.<Object>map(name -> name).orElse(Statement.of("clue.tls.somebody"));
    }

    /** Public authorities that web sites use most. */
    private static boolean known(String issuer) {
        String name = issuer.toLowerCase(Locale.ROOT);
        return Stream.of(
                        "let's encrypt",
                        "google trust services",
                        "amazon",
                        "digicert",
                        "sectigo",
                        "globalsign",
                        "cloudflare",
                        "zerossl",
                        "godaddy")
                .anyMatch(name::startsWith);
    }
}
