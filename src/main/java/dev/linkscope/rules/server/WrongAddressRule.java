package dev.linkscope.rules.server;

import dev.linkscope.domain.Statement;
import dev.linkscope.domain.diagnosis.Finding;
import dev.linkscope.domain.diagnosis.Layer;
import dev.linkscope.domain.diagnosis.Severity;
import dev.linkscope.domain.diagnosis.WitnessRow;
import dev.linkscope.domain.probe.Phase;
import dev.linkscope.domain.probe.ProbeKind;
import dev.linkscope.domain.probe.ProbeTally;
import dev.linkscope.rules.Clues;
import dev.linkscope.rules.PrinterCase;
import dev.linkscope.rules.Rule;
import dev.linkscope.rules.Threshold;
import java.util.Set;

/** The address of the server is mistyped, or belongs to something else. */
final class WrongAddressRule implements Rule {
    private static final Threshold NEARLY_ALL =
            new Threshold(0.9, "", "an address that is wrong is wrong in each reply");

    /** Ways to write an address that the plugin's HTTP client cannot ask. */
    private static final Set<String> UNUSABLE =
            Set.of("blank", "relative", "no_scheme", "host_as_scheme", "double_slash");

    @Override
    public String id() {
        return "server.wrong_address";
    }

    @Override
    public Layer layer() {
        return Layer.HTTP;
    }

    @Override
    public Finding judge(PrinterCase printer) {
        var clues = new Clues(this);
        Severity severity = printer.server().severity();
        String form = printer.facts().text("obico.endpoint.form").orElse("");
        if (UNUSABLE.contains(form)) {
            clues.as("form").certain("settings", Statement.of("clue.address.unusable"));
            severity = Severity.CRITICAL;
        }
        int unusable = ServerPane.count(printer, "request.bad_url", "request.bad_scheme");
        if (unusable > 0) {
            clues.as("form").certain("address", Statement.of("clue.address.bad", unusable));
        }
        int other = ServerPane.count(printer, "response.wrong_server", "response.wrong_content");
        int unknown = ServerPane.count(printer, "response.not_found");
        int page = ServerPane.count(printer, "response.captive_portal", "request.garbage");
        int nameless = ServerPane.count(printer, "dns.nxdomain");
        boolean always = nearlyAll(printer, other + unknown + page + nameless);
        if (always) {
            answers(printer, clues, other, unknown, page);
            if (nameless > 0) {
                name(printer, clues, nameless);
            }
            cannotBe(printer, clues);
        }
        if (!clues.any() && printer.server().figures().attempts() == 0) {
            clues.missing();
        }
        return clues.conclude(severity);
    }

    private static boolean nearlyAll(PrinterCase printer, int count) {
        // What was lost on the way says nothing of who would have answered.
        int replies =
                ServerPane.answered(printer)
                        + printer.server().count(Phase.RESPONSE)
                        + ServerPane.count(printer, "dns.nxdomain", "request.garbage");
        return count >= ServerPane.SEVERAL && count >= NEARLY_ALL.value() * replies;
    }

    private static void answers(
            PrinterCase printer, Clues clues, int other, int unknown, int page) {
        if (other + unknown >= ServerPane.SEVERAL) {
            clues.strong("server", Statement.of("clue.address.no_obico", other + unknown));
            if (printer.witness("server").anyMatch(WrongAddressRule::another)) {
                clues.strong("witness", Statement.of("clue.address.another_from_here"));
            }
        } else if (page > 0) {
            clues.weak("server", Statement.of("clue.address.page", page));
        }
        ObicoServer.health(printer)
                .ifPresent(health -> {
                    if (health.equals("ok")) {
                        clues.against(Statement.of("clue.address.is_obico"));
                    } else {
                        clues.weak("health", Statement.of("clue.address.no_health", health));
                    }
                });
    }

    private static boolean another(WitnessRow row) {
        return row.failedInARow() > 0 && "response.wrong_server".equals(row.lastFailure());
    }

    private static void name(PrinterCase printer, Clues clues, int nameless) {
        clues.weak("server", Statement.of("clue.address.no_name", nameless));
        if (printer.witness("server").anyMatch(row -> "dns.nxdomain".equals(row.lastFailure()))) {
            clues.strong("witness", Statement.of("clue.address.no_name_from_here"));
        }
        if (printer.probes(ProbeKind.INTERNET).anyMatch((ProbeTally one) -> one.failed() == 0)) {
            clues.weak("internet", Statement.of("clue.address.others_found"));
        }
    }

    /** The cloud's address is known to be right, and so is one that works elsewhere. */
    private static void cannotBe(PrinterCase printer, Clues clues) {
        if (ObicoServer.cloud(printer)) {
            clues.against(Statement.of("clue.address.cloud"));
        }
        if (FromHere.of(printer).works()) {
            clues.against(Statement.of("clue.server.answers_from_here"));
        }
        String asked = ObicoServer.measured(printer).orElse("");
        ObicoServer.inSettings(printer)
                .filter(one -> !asked.isEmpty() && !one.equals(asked))
                .ifPresent(one ->
                        clues.strong("settings", Statement.of("clue.address.plugin_uses", one)));
    }
}
