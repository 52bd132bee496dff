package dev.linkscope.rules.server;

import dev.linkscope.domain.Statement;
import dev.linkscope.domain.diagnosis.Finding;
import dev.linkscope.domain.diagnosis.Layer;
import dev.linkscope.domain.probe.Phase;
import dev.linkscope.rules.Clues;
import dev.linkscope.rules.FactSheet;
import dev.linkscope.rules.PrinterCase;
import dev.linkscope.rules.Rule;
import dev.linkscope.rules.Threshold;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeParseException;
import java.util.OptionalDouble;

/** The server's certificate has expired, and the printer's clock is right about that. */
final class ExpiredCertificateRule implements Rule {
    private static final Threshold SKEW =
            new Threshold(86_400, "s", "RFC 5280 §4.1.2.5: dates; less than a day changes none");

    @Override
    public String id() {
        return "certificate.expired";
    }

    @Override
    public Layer layer() {
        return Layer.TLS;
    }

    @Override
    public Finding judge(PrinterCase printer) {
        var clues = new Clues(this);
        int seen = ServerPane.count(printer, "tls.cert_expired");
        if (seen == 0) {
            if (!ServerPane.reached(printer, Phase.TLS)) {
                clues.missing();
            }
            return clues.conclude(printer.server().severity());
        }
        clues.weak("server", Statement.of("clue.certificate.expired", seen));
        clock(printer.facts(), clues, seen);
        expiry(printer, clues);
        if (printer.witness("server")
                .anyMatch(row -> "tls.cert_expired".equals(row.lastFailure()))) {
            clues.strong("witness", Statement.of("clue.certificate.expired_from_here"));
        }
        return clues.conclude(printer.server().severity());
    }

    /** A clock that is far ahead lets every certificate expire. */
    private static void clock(FactSheet facts, Clues clues, int seen) {
        OptionalDouble byServer = facts.number("server.clock_skew");
        OptionalDouble skew = byServer.isPresent() ? byServer : facts.number("clock.offset");
        if (skew.isPresent() && Math.abs(skew.getAsDouble()) > SKEW.value()) {
            clues.against(Statement.of("clue.certificate.clock_wrong", skew.getAsDouble()));
        } else if (skew.isPresent() && seen >= ServerPane.SEVERAL) {
            clues.certain(
                    "clock", Statement.of("clue.certificate.clock_right", skew.getAsDouble()));
        } else if (skew.isPresent() || facts.yes("clock.synchronised")) {
            clues.strong("clock", Statement.of("clue.certificate.clock_synchronised"));
        } else if (facts.no("clock.synchronised")) {
            clues.weakAgainst(Statement.of("clue.certificate.clock_not_synchronised"));
        } else {
            clues.missing();
        }
    }

    private static void expiry(PrinterCase printer, Clues clues) {
        Instant last = printer.server().figures().lastError();
        String text = printer.facts().text("server.certificate.expires").orElse("");
        try {
            LocalDate expires = LocalDate.parse(text);
            if (last != null && expires.isBefore(last.atZone(ZoneOffset.UTC).toLocalDate())) {
                clues.weak("date", Statement.of("clue.certificate.valid_until", text));
            }
        } catch (DateTimeParseException e) {
            // Not told, or no date: then it says nothing.
            return;
        }
    }
}
