package dev.linkscope.report.pdf;

import dev.linkscope.domain.Statement;
import dev.linkscope.domain.diagnosis.Evidence;
import dev.linkscope.domain.diagnosis.Finding;
import dev.linkscope.support.WireName;
import java.util.ArrayList;
import java.util.List;

/** The causes found, with all that speaks for and against each. */
final class FindingsSection {
    private static final double LABEL = 0.14;
    private static final int TOGETHER = 8;

    private final Look look;

    FindingsSection(Look look) {
        this.look = look;
    }

    List<Block> rows(List<Finding> findings) {
        List<Block> rows = new ArrayList<>();
        findings.stream().filter(Finding::supported).forEach(finding -> add(rows, finding));
        return rows;
    }

    private void add(List<Block> rows, Finding finding) {
        Row title =
                new Row(
                        List.of(
                                look.strong(0.66, look.say(finding.title())),
                                look.label(0.34, standing(finding))));
        List<Row> below = new ArrayList<>();
        addSide(below, finding, true, "report.pdf.finding.for");
        addSide(below, finding, false, "report.pdf.finding.against");
        Statement next = finding.nextTest();
        if (next != null) {
            below.add(row(look.say("report.pdf.finding.next"), look.say(next)));
        }
        String guide = finding.guide();
        if (guide != null) {
            below.add(row(look.say("guide.report"), guide));
        }
        // Together on a page; of one that is very long only the beginning.
        int together = Math.min(below.size(), TOGETHER);
        List<Block> first = new ArrayList<>(below.subList(0, together));
        first.addFirst(title);
        rows.add(new Block.Stack(first));
        rows.addAll(below.subList(together, below.size()));
    }

    private void addSide(List<Row> rows, Finding finding, boolean speaksFor, String key) {
        String label = look.say(key);
        for (Evidence evidence : finding.evidence()) {
            if (evidence.speaksFor() == speaksFor) {
                rows.add(row(label, look.say(evidence.text())));
                label = "";
            }
        }
    }

    private Row row(String label, String text) {
        return new Row(List.of(look.label(LABEL, label), look.cell(1 - LABEL, text)));
    }

    private String standing(Finding finding) {
        String sure = look.say("report.pdf.confidence." + WireName.of(finding.confidence()));
        return sure + " · " + look.say("report.pdf.severity." + WireName.of(finding.severity()));
    }
}
