package dev.linkscope.rules.network;

import dev.linkscope.domain.Statement;
import dev.linkscope.domain.diagnosis.Finding;
import dev.linkscope.domain.diagnosis.Layer;
import dev.linkscope.rules.Clues;
import dev.linkscope.rules.FactSheet;
import dev.linkscope.rules.PrinterCase;
import dev.linkscope.rules.ReadingLimits;
import dev.linkscope.rules.Rule;
import dev.linkscope.rules.Threshold;
import java.time.Duration;
import java.util.OptionalDouble;

/** The computer's clock is wrong, so that certificates seem not yet, or no longer, valid. */
final class WrongClockRule implements Rule {
    private static final Threshold SKEW =
            new Threshold(60, "s", "own limit: 30 times what server.clock_skew is right to (2 s)");

    /** Readings of this computer may lag behind by as much as a slow link. */
    private static final Threshold OFFSET = ReadingLimits.CLOCK_OFFSET;

    @Override
    public String id() {
        return "clock.wrong";
    }

    @Override
    public Layer layer() {
        return Layer.HOST;
    }

    /** Certificates are judged by the clock. */
    @Override
    public boolean breaksPath() {
        return true;
    }

    @Override
    public Finding judge(PrinterCase printer) {
        var clues = new Clues(this);
        FactSheet facts = printer.facts();
        var failed = new FailedSlots(printer);
        int slots = failed.count("tls.cert_expired", "tls.cert_not_yet_valid");
        OptionalDouble skew = facts.number("server.clock_skew");
        OptionalDouble offset = facts.number("clock.offset");
        if (skew.isPresent()) {
            double seconds = skew.getAsDouble();
            if (Math.abs(seconds) > SKEW.value()) {
                clues.as(seconds > 0 ? "ahead" : "behind")
                        .saying(span(seconds))
                        .strong(
                                "server",
                                Statement.of("clue.clock.skew", span(seconds)),
                                Math.abs(seconds),
                                SKEW);
            } else {
                clues.against(
                        Statement.of("clue.clock.right", span(seconds)), Math.abs(seconds), SKEW);
            }
        } else if (facts.unknown("clock.synchronised") && offset.isEmpty()) {
            clues.missing();
        }
        if (offset.isPresent() && Math.abs(offset.getAsDouble()) > OFFSET.value()) {
            clues.weak(
                    "witness",
                    Statement.of("clue.clock.offset", span(offset.getAsDouble())),
                    Math.abs(offset.getAsDouble()),
                    OFFSET);
        }
        if (facts.no("clock.synchronised")) {
            clues.weak("synchronised", Statement.of("clue.clock.not_synchronised"));
        } else if (facts.yes("clock.synchronised") && skew.isEmpty()) {
            clues.weakAgainst(Statement.of("clue.clock.synchronised"));
        }
        if (slots > 0 && (skew.isEmpty() || clues.any())) {
            clues.weak("certificate", Statement.of("clue.clock.certificates", slots));
        }
        return clues.conclude(failed.severity(slots));
    }

    private static Duration span(double seconds) {
        return Duration.ofSeconds(Math.round(Math.abs(seconds)));
    }
}
