package dev.linkscope.report.pdf;

import dev.linkscope.domain.diagnosis.Evidence;
import dev.linkscope.domain.diagnosis.Finding;
import dev.linkscope.domain.diagnosis.Verdict;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What speaks for and against the likeliest causes, and what there is no sign of. */
final class EvidenceSection {
    private static final double LABEL = 0.19;
    private static final int CAUSES = 2;
    private static final int EACH_SIDE = 3;
    private static final int NAMES = 3;

    /** So that it stays half of a page. */
    private static final int LINES = 3;

    private final Look look;

    EvidenceSection(Look look) {
        this.look = look;
    }

    /** A heading and rows; null where no cause was looked for. */
    @Nullable Block of(List<Finding> findings) {
        if (findings.isEmpty()) {
            return null;
        }
        List<Finding> supported = findings.stream().filter(Finding::supported).toList();
        List<Block> blocks = new ArrayList<>();
        blocks.add(look.heading(look.say("report.pages.evidence")));
        if (supported.isEmpty()) {
            blocks.add(look.muted(look.say("report.pages.evidence.none")));
        }
        supported.stream().limit(CAUSES).forEach(finding -> add(blocks, finding));
        int others = supported.size() - CAUSES;
        if (others > 0) {
            blocks.add(look.muted(look.say("report.pages.evidence.others", others)));
        }
        addNames(blocks, findings);
        long open =
                findings.stream()
                        .filter(finding -> finding.verdict() == Verdict.INCONCLUSIVE)
                        .count();
        if (open > 0) {
            blocks.add(look.muted(look.say("report.pages.evidence.open", open)));
        }
        return new Block.Stack(blocks);
    }

    private void add(List<Block> blocks, Finding finding) {
        blocks.add(new Row(List.of(look.strong(1, look.say(finding.title()))), LINES));
        addSide(blocks, finding, true, "report.pdf.finding.for");
        boolean against = finding.evidence().stream().anyMatch(one -> !one.speaksFor());
        if (against) {
            addSide(blocks, finding, false, "report.pdf.finding.against");
        } else {
            String nothing = look.say("report.pages.evidence.nothing_against");
            blocks.add(row(look.say("report.pdf.finding.against"), nothing));
        }
    }

    private void addSide(List<Block> blocks, Finding finding, boolean speaksFor, String key) {
        String label = look.say(key);
        int shown = 0;
        for (Evidence evidence : finding.evidence()) {
            if (evidence.speaksFor() == speaksFor && shown < EACH_SIDE) {
                blocks.add(row(label, look.say(evidence.text())));
                label = "";
                shown++;
            }
        }
    }

    private void addNames(List<Block> blocks, List<Finding> findings) {
        List<String> names =
                findings.stream()
                        .filter(finding -> finding.verdict() == Verdict.REFUTED)
                        .map(finding -> look.say(finding.title()))
                        .toList();
        if (names.isEmpty()) {
            return;
        }
        String first = names.stream().limit(NAMES).collect(Collectors.joining("; "));
        int more = names.size() - NAMES;
        blocks.add(
                row(
                        look.say("report.pdf.finding.no_sign"),
                        more > 0 ? look.say("report.pages.evidence.more", first, more) : first));
    }

    private Row row(String label, String text) {
        return new Row(List.of(look.label(LABEL, label), look.cell(1 - LABEL, text)), LINES);
    }
}
