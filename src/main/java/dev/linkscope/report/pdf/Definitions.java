package dev.linkscope.report.pdf;

import dev.linkscope.domain.loss.RateLimits;
import dev.linkscope.domain.report.Pane;
import dev.linkscope.domain.report.Report;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Every term of art of the pages, with the parameters that were used and where it comes from. */
final class Definitions {
    private static final double TERM = 0.16;
    private static final List<String> TERMS =
            List.of(
                    "slot",
                    "rate",
                    "interval",
                    "not_measured",
                    "outage",
                    "burst",
                    "pattern",
                    "states",
                    "going_on",
                    "layers",
                    "hours",
                    "checks",
                    "evidence",
                    "trial",
                    "shared",
                    "redaction");

    private final Look look;
    private final Sheet sheet;

    Definitions(Look look, Sheet sheet) {
        this.look = look;
        this.sheet = sheet;
    }

    void add(Report report) throws IOException {
        List<Block> rows = new ArrayList<>();
        String gmin =
                panes(report)
                        .map(Pane::figures)
                        .map(figures -> Integer.toString(figures.rfc3611().gmin()))
                        .distinct()
                        .sorted()
                        .collect(Collectors.joining(", "));
        RateLimits limits =
                panes(report)
                        .map(pane -> pane.figures().limits())
                        .findFirst()
                        .orElse(RateLimits.USUAL);
        for (String term : TERMS) {
            if (term.equals("shared") && report.printers().size() == 1) {
                continue;
            }
            rows.add(
                    new Row(
                            List.of(
                                    look.strong(TERM, look.say("report.pages.term." + term)),
                                    look.cell(
                                            1 - TERM,
                                            look.say(
                                                    "report.pages.meaning." + worded(term, limits),
                                                    gmin.isEmpty() ? "16" : gmin,
                                                    limits.watch(),
                                                    limits.takeAction(),
                                                    limits.cleanAttempts())))));
        }
        sheet.section(look.heading(look.say("report.pages.definitions")), rows);
    }

    private static Stream<Pane> panes(Report report) {
        return report.printers().stream()
                .flatMap(printer ->
                        Stream.of(printer.server(), printer.webcam()).filter(Objects::nonNull));
    }

    /** Limits that are the user's own are not from the guide. */
    private static String worded(String term, RateLimits limits) {
        return term.equals("rate") && !limits.equals(RateLimits.USUAL) ? "rate.own" : term;
    }
}
