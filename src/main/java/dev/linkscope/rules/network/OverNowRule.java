package dev.linkscope.rules.network;

import dev.linkscope.domain.Statement;
import dev.linkscope.domain.diagnosis.Finding;
import dev.linkscope.domain.diagnosis.Layer;
import dev.linkscope.domain.diagnosis.Severity;
import dev.linkscope.domain.loss.Activity;
import dev.linkscope.domain.loss.Episode;
import dev.linkscope.domain.loss.PaneFigures;
import dev.linkscope.domain.past.PastEvent;
import dev.linkscope.domain.past.PastKind;
import dev.linkscope.rules.Clues;
import dev.linkscope.rules.PrinterCase;
import dev.linkscope.rules.Rule;
import dev.linkscope.rules.Threshold;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;

/** Nothing is wrong with the way to the server any more. */
final class OverNowRule implements Rule {
    private static final Threshold QUIET =
            new Threshold(59, "", "the least n with 0.95^n below 0.05, as for a clean pane");

    @Override
    public String id() {
        return "now.fine";
    }

    /** It breaks none; this one stands after those of the way, so that causes come first. */
    @Override
    public Layer layer() {
        return Layer.PLUGIN;
    }

    @Override
    public Finding judge(PrinterCase printer) {
        var clues = new Clues(this);
        PaneFigures figures = printer.server().figures();
        int quiet = MeasuredTime.okSince(printer);
        List<PastEvent> before =
                MeasuredTime.begin(printer).stream()
                        .flatMap(begin -> before(printer, begin))
                        .toList();
        if (figures.attempts() == 0) {
            clues.missing();
        } else if (figures.activity() == Activity.ACTIVE && figures.errors() > 0) {
            clues.against(Statement.of("clue.now.active"));
        } else if (quiet < QUIET.value()) {
            clues.missing().weak("pane", Statement.of("clue.now.quiet", quiet));
        } else if (figures.errors() > 0) {
            List<Episode> episodes = figures.episodes();
            Instant over = episodes.getLast().end();
            clues.saying(
                            episodes.getFirst().start(),
                            over,
                            Duration.between(over, MeasuredTime.end(printer)))
                    .strong("pane", Statement.of("clue.now.quiet", quiet));
        } else if (!before.isEmpty()) {
            clues.as("before_measuring")
                    .saying(Duration.between(lastOf(before), MeasuredTime.end(printer)))
                    .weak("pane", Statement.of("clue.now.quiet", quiet))
                    .weak("past", Statement.of("clue.past.before", before.size()));
        }
        return clues.conclude(Severity.INFO);
    }

    private static Instant lastOf(List<PastEvent> events) {
        return events.stream().map(PastEvent::to).max(Instant::compareTo).orElseThrow();
    }

    private static Stream<PastEvent> before(PrinterCase printer, Instant begin) {
        return Stream.of(PastKind.SERVER_LOST, PastKind.LINK_LOST)
                .flatMap(kind -> printer.past(kind).stream())
                .filter(event -> event.from().isBefore(begin));
    }
}
