package dev.linkscope.report.pdf;

import dev.linkscope.domain.Statement;
import dev.linkscope.domain.loss.PaneState;
import dev.linkscope.domain.report.Pane;
import dev.linkscope.domain.report.PrinterReport;
import dev.linkscope.domain.report.ReportFailure;
import java.awt.Color;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The first thing to read: how the printer stands, and what is known about it. */
final class VerdictPanel {
    private final Look look;

    VerdictPanel(Look look) {
        this.look = look;
    }

    List<Block> of(PrinterReport printer) {
        List<Block> panels = new ArrayList<>();
        ReportFailure error = printer.connection().error();
        if (error != null) {
            panels.add(problem(error, printer.target()));
        }
        if (printer.server() != null || printer.webcam() != null) {
            if (error != null) {
                panels.add(new Block.Gap(6));
            }
            panels.add(verdict(printer));
        }
        return panels;
    }

    private Panel problem(ReportFailure error, String target) {
        Color color = Palette.of(PaneState.NO_CONNECTION);
        return new Panel(
                new Block.Stack(
                        List.of(
                                new Pill(
                                        look.strong,
                                        color,
                                        look.say("report.state.unreachable"),
                                        error.message(),
                                        look.lead),
                                new Block.Gap(3),
                                look.body(error.nextStep()),
                                look.muted(look.say("report.pdf.reached", target)))),
                Palette.PAPER,
                color);
    }

    private Panel verdict(PrinterReport printer) {
        PaneState state = worst(printer);
        List<String> said = printer.headline().stream().map(this::say).toList();
        String first = said.isEmpty() ? plain(printer) : said.getFirst();
        List<Block> content = new ArrayList<>();
        content.add(
                new Pill(
                        look.strong, Palette.of(state), look.panes.state(state), first, look.lead));
        if (said.size() > 1) {
            content.add(new Block.Gap(3));
            content.add(look.muted(String.join(" ", said.subList(1, said.size()))));
        }
        return new Panel(new Block.Stack(content), Palette.PAPER, Palette.of(state));
    }

    private String say(Statement statement) {
        return look.say(statement);
    }

    /** What can be said without a headline. */
    private String plain(PrinterReport printer) {
        return panes(printer)
                .map(pane ->
                        look.say(
                                "report.pdf.no_headline",
                                pane.address(),
                                look.panes.attempts(pane.figures())))
                .collect(Collectors.joining("; "));
    }

    private static Stream<Pane> panes(PrinterReport printer) {
        return Stream.of(printer.server(), printer.webcam()).filter(Objects::nonNull);
    }

    /** The worse of both panes; no data is worse than healthy, better than ill. */
    static PaneState worst(PrinterReport printer) {
        List<PaneState> mildestFirst =
                List.of(
                        PaneState.HEALTHY,
                        PaneState.CLEAN_SO_FAR,
                        PaneState.NO_DATA,
                        PaneState.WATCH,
                        PaneState.TAKE_ACTION,
                        PaneState.NO_CONNECTION);
        return panes(printer)
                .map(pane -> pane.figures().state())
                .max(Comparator.comparingInt(mildestFirst::indexOf))
                .orElse(PaneState.NO_DATA);
    }
}
