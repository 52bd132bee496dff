package dev.linkscope.rules.host;

import dev.linkscope.domain.Statement;
import dev.linkscope.domain.diagnosis.Finding;
import dev.linkscope.domain.diagnosis.Layer;
import dev.linkscope.domain.past.PastEvent;
import dev.linkscope.domain.past.PastKind;
import dev.linkscope.rules.Clues;
import dev.linkscope.rules.PrinterCase;
import dev.linkscope.rules.Rule;
import dev.linkscope.rules.Threshold;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.OptionalDouble;

/** The computer starts again and again: while it is off, its printer is offline. */
final class RebootedRule implements Rule {
    private static final Duration LOOKED_BACK = Duration.ofDays(1);

    /** The daily start of a printer that is switched off for the night is none too many. */
    private static final Threshold STARTS =
            new Threshold(2, "", "one start a day is usual where a printer is off for the night");

    private static final Threshold UPTIME =
            new Threshold(24, "h", "the span that starts are counted in");

    @Override
    public String id() {
        return "host.rebooted";
    }

    @Override
    public Layer layer() {
        return Layer.HOST;
    }

    @Override
    public Finding judge(PrinterCase printer) {
        var clues = new Clues(this);
        OptionalDouble uptime = printer.facts().number("host.uptime");
        int starts = startsOfTheLastDay(printer.past(PastKind.COMPUTER_STARTED));
        if (uptime.isPresent() && uptime.getAsDouble() >= UPTIME.value()) {
            clues.against(
                    Statement.of("clue.rebooted.up", uptime.getAsDouble()),
                    uptime.getAsDouble(),
                    UPTIME);
        } else if (starts >= STARTS.value()) {
            clues.saying(starts)
                    .strong("log", Statement.of("clue.rebooted.starts", starts), starts, STARTS);
            if (!printer.past(PastKind.UNDER_VOLTAGE).isEmpty()) {
                clues.weak("power", Statement.of("clue.rebooted.undervoltage"));
            }
        } else if (starts > 0) {
            clues.against(Statement.of("clue.rebooted.once"));
        } else {
            clues.missing();
        }
        if (uptime.isPresent() && uptime.getAsDouble() < 1) {
            clues.weak("uptime", Statement.of("clue.rebooted.just_now"));
        }
        return clues.conclude(Trouble.byItself(printer));
    }

    /** Starts of the day that ends with the newest one. */
    private static int startsOfTheLastDay(List<PastEvent> starts) {
        Instant newest =
                starts.stream().map(PastEvent::from).max(Instant::compareTo).orElse(Instant.MIN);
        return (int)
                starts.stream()
                        .filter(start -> start.from().plus(LOOKED_BACK).isAfter(newest))
                        .count();
    }
}
