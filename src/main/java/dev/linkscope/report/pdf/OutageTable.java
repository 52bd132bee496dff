package dev.linkscope.report.pdf;

import dev.linkscope.domain.loss.Outage;
import dev.linkscope.report.PaneWords;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** The outages of a pane in the order of time; of very many the longest. */
final class OutageTable {
    private static final int MOST = 60;
    private static final double FROM = 0.2;
    private static final double TO = 0.2;
    private static final double LENGTH = 0.14;
    private static final double ERRORS = 0.16;
    private static final double PHASE = 0.3;

    private final Look look;

    OutageTable(Look look) {
        this.look = look;
    }

    Row head() {
        return new Row(
                List.of(
                        look.label(FROM, look.say("report.pdf.outage.from")),
                        look.label(TO, look.say("report.pdf.outage.to")),
                        look.label(LENGTH, look.say("report.pdf.outage.length")),
                        look.label(ERRORS, look.say("report.pages.outage.errors")),
                        look.label(PHASE, look.say("report.pdf.outage.phase"))));
    }

    List<Block> rows(List<Outage> outages) {
        Set<Outage> shown = new HashSet<>(outages);
        if (outages.size() > MOST) {
            shown = new HashSet<>(PaneColumn.longestFirst(outages).subList(0, MOST));
        }
        List<Block> rows = new ArrayList<>();
        outages.stream()
                .filter(shown::contains)
                .sorted(Comparator.comparing(Outage::start))
                .forEach(outage -> rows.add(row(outage)));
        int more = outages.size() - rows.size();
        if (more > 0) {
            rows.add(look.muted(look.say("report.pages.outage.more", more)));
        }
        return rows;
    }

    private Row row(Outage outage) {
        return new Row(
                List.of(
                        look.cell(FROM, look.times.moment(outage.start())),
                        look.cell(TO, look.times.end(outage.start(), outage.end())),
                        look.cell(LENGTH, look.messages.duration(PaneWords.length(outage))),
                        look.cell(ERRORS, look.say("report.pages.count", outage.errors())),
                        look.cell(PHASE, look.panes.phase(outage.phase()))));
    }
}
