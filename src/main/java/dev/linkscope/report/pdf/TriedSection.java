package dev.linkscope.report.pdf;

import dev.linkscope.domain.coverage.Trace;
import dev.linkscope.domain.fix.FixCase;
import dev.linkscope.domain.fix.Trial;
import dev.linkscope.domain.report.PrinterReport;
import dev.linkscope.domain.report.ReportedFix;
import dev.linkscope.report.FixTitles;
import dev.linkscope.report.TrialCounts;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The latest changes on a row each: what failed before, what after, and what that means. */
final class TriedSection {
    private static final double WHEN = 0.14;
    private static final double CHANGE = 0.27;
    private static final double BEFORE = 0.16;
    private static final double AFTER = 0.16;
    private static final double VERDICT = 0.27;
    private static final int MOST = 3;

    private final Look look;
    private final FixTitles titles;

    TriedSection(Look look) {
        this.look = look;
        this.titles = new FixTitles(look.messages);
    }

    private record Change(FixCase fixCase, int index) {
        Trial trial() {
            return fixCase.trials().get(index);
        }
    }

    /** No row where nothing was tried. */
    List<Block> rows(PrinterReport printer) {
        List<Change> changes = new ArrayList<>();
        for (ReportedFix fix : printer.fixes()) {
            for (int i = 0; i < fix.fixCase().trials().size(); i++) {
                changes.add(new Change(fix.fixCase(), i));
            }
        }
        if (changes.isEmpty()) {
            return List.of();
        }
        changes.sort(Comparator.comparing(change -> change.trial().changedAt()));
        List<Block> table = new ArrayList<>();
        table.add(
                new Row(
                        List.of(
                                look.label(WHEN, look.say("report.pdf.fix.when")),
                                look.label(CHANGE, look.say("report.pages.tried.change")),
                                look.label(BEFORE, look.say("report.pages.tried.before")),
                                look.label(AFTER, look.say("report.pages.tried.after")),
                                look.label(VERDICT, look.say("report.pages.tried.verdict")))));
        int first = Math.max(0, changes.size() - MOST);
        changes.subList(first, changes.size()).forEach(change -> table.add(row(printer, change)));
        if (first > 0) {
            table.add(look.muted(look.say("report.pages.tried.more", first)));
        }
        return List.of(new Block.Stack(table));
    }

    private Row row(PrinterReport printer, Change change) {
        Trial trial = change.trial();
        Trace trace = TrialCounts.trace(printer, change.fixCase());
        return new Row(
                List.of(
                        look.cell(WHEN, look.times.moment(trial.changedAt())),
                        look.cell(CHANGE, titles.step(trial.step(), printer.name())),
                        look.cell(BEFORE, counts(TrialCounts.before(trial, trace))),
                        look.cell(
                                AFTER,
                                counts(TrialCounts.after(change.fixCase(), change.index(), trace))),
                        look.cell(
                                VERDICT,
                                look.say("report.pdf.fix.trial." + trial.state().wireName()))));
    }

    private String counts(@Nullable TrialCounts counts) {
        return counts == null
                ? look.say("report.pages.tried.not_here")
                : look.say("report.pane.attempts", counts.measured(), counts.failed());
    }
}
