package dev.linkscope.report.pdf;

import dev.linkscope.domain.loss.Outage;
import dev.linkscope.domain.report.Pane;
import dev.linkscope.domain.report.PrinterReport;
import dev.linkscope.report.PaneWords;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The longest outages of both panes together, longest first. */
final class LongestOutages {
    private static final int MOST = 5;
    private static final double FROM = 0.3;
    private static final double TO = 0.2;
    private static final double LENGTH = 0.16;
    private static final double PHASE = 0.34;

    private final Look look;

    LongestOutages(Look look) {
        this.look = look;
    }

    private record Line(String pane, Outage outage) {}

    /** A heading and a table; null where there was no outage. */
    @Nullable Block of(PrinterReport printer) {
        List<Line> lines =
                Stream.concat(lines("server", printer.server()), lines("webcam", printer.webcam()))
                        .sorted(
                                Comparator.comparing((Line line) -> PaneWords.length(line.outage()))
                                        .reversed())
                        .toList();
        if (lines.isEmpty()) {
            return null;
        }
        List<Block> blocks = new ArrayList<>();
        blocks.add(look.heading(look.say("report.pages.longest")));
        blocks.add(head());
        lines.stream().limit(MOST).forEach(line -> blocks.add(row(line)));
        int more = lines.size() - MOST;
        if (more > 0) {
            blocks.add(look.muted(look.say("report.pages.longest.more", more)));
        }
        return new Block.Stack(blocks);
    }

    private static Stream<Line> lines(String name, @Nullable Pane pane) {
        return pane == null
                ? Stream.empty()
                : pane.figures().outages().stream().map(outage -> new Line(name, outage));
    }

    private Row head() {
        return new Row(
                List.of(
                        look.label(FROM, look.say("report.pdf.outage.from")),
                        look.label(TO, look.say("report.pdf.outage.to")),
                        look.label(LENGTH, look.say("report.pdf.outage.length")),
                        look.label(PHASE, look.say("report.pdf.outage.phase"))));
    }

    private Row row(Line line) {
        Outage outage = line.outage();
        String failed =
                look.say("report.pages.longest." + line.pane(), look.panes.phase(outage.phase()));
        return new Row(
                List.of(
                        look.cell(FROM, look.times.moment(outage.start())),
                        look.cell(TO, look.times.end(outage.start(), outage.end())),
                        look.cell(LENGTH, look.messages.duration(PaneWords.length(outage))),
                        look.cell(PHASE, failed)));
    }
}
