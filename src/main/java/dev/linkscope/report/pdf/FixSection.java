package dev.linkscope.report.pdf;

import dev.linkscope.domain.fix.EntryState;
import dev.linkscope.domain.fix.FixCase;
import dev.linkscope.domain.fix.LedgerEntry;
import dev.linkscope.domain.fix.Trial;
import dev.linkscope.domain.fix.ValueChange;
import dev.linkscope.domain.report.PrinterReport;
import dev.linkscope.domain.report.ReportedFix;
import dev.linkscope.report.FixTitles;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What was tried: for each cause the changes in the order of time, and what came of them. */
final class FixSection {
    private static final double WHEN = 0.15;
    private static final double STEP = 0.22;
    private static final double WHO = 0.09;
    private static final double CHANGE = 0.29;
    private static final double RESULT = 0.25;

    /** The latest ones; the attached data have all. */
    private static final int MOST_CASES = 6;

    private static final int MOST_LINES = 12;

    private final Look look;
    private final FixTitles titles;

    FixSection(Look look) {
        this.look = look;
        this.titles = new FixTitles(look.messages);
    }

    Row head() {
        return new Row(
                List.of(
                        look.label(WHEN, look.say("report.pdf.fix.when")),
                        look.label(STEP, look.say("report.pdf.fix.step")),
                        look.label(WHO, look.say("report.pdf.fix.who")),
                        look.label(CHANGE, look.say("report.pdf.fix.change")),
                        look.label(RESULT, look.say("report.pdf.fix.result"))));
    }

    List<Block> rows(PrinterReport printer) {
        List<Block> rows = new ArrayList<>();
        List<ReportedFix> all = printer.fixes();
        int left = all.stream().mapToInt(fix -> lines(fix).size()).sum();
        for (ReportedFix fix : latest(all, MOST_CASES)) {
            List<Line> shown = latest(lines(fix), MOST_LINES);
            left -= shown.size();
            List<Row> table = new ArrayList<>();
            table.add(title(printer, fix.fixCase()));
            shown.forEach(line -> table.add(row(printer, line)));
            // The title stays with what is below it.
            int together = Math.min(2, table.size());
            rows.add(new Block.Stack(List.copyOf(table.subList(0, together))));
            rows.addAll(table.subList(together, table.size()));
        }
        if (left > 0) {
            rows.add(look.muted(look.say("report.pdf.fix.more", left)));
        }
        return rows;
    }

    private Row title(PrinterReport printer, FixCase one) {
        return new Row(
                List.of(
                        look.strong(0.75, titles.plan(one.plan(), printer.name())),
                        look.label(
                                RESULT,
                                look.say("report.pdf.fix.case." + one.state().wireName()))));
    }

    private Row row(PrinterReport printer, Line line) {
        return new Row(
                List.of(
                        look.cell(WHEN, look.times.moment(line.at())),
                        look.cell(STEP, titles.step(line.step(), printer.name())),
                        look.cell(WHO, who(line.entry())),
                        look.cell(CHANGE, changes(line.entry())),
                        look.cell(RESULT, result(line))));
    }

    private String who(@Nullable LedgerEntry entry) {
        return entry == null || entry.who().isEmpty()
                ? "\u2013"
                : look.say("report.pdf.fix.person", entry.who());
    }

    private String changes(@Nullable LedgerEntry entry) {
        if (entry == null) {
            return "\u2013";
        }
        if (entry.changes().isEmpty()) {
            return entry.action() == null ? look.say("report.pdf.fix.by_hand") : "\u2013";
        }
        return entry.changes().stream().map(this::change).collect(Collectors.joining("; "));
    }

    private String change(ValueChange change) {
        return look.say(
                "report.pdf.fix.value",
                change.place(),
                value(change.before()),
                value(change.after()));
    }

    private String value(@Nullable String value) {
        return value == null ? look.say("report.pdf.fix.none") : value;
    }

    private String result(Line line) {
        List<String> parts = new ArrayList<>();
        Trial trial = line.trial();
        LedgerEntry entry = line.entry();
        if (entry != null && (trial == null || entry.state() != EntryState.DONE)) {
            parts.add(look.say("report.pdf.fix.entry." + entry.state().wireName()));
        }
        if (trial != null) {
            parts.add(look.say("report.pdf.fix.trial." + trial.state().wireName()));
        }
        if (entry != null) {
            entry.said().forEach(said -> parts.add(look.say(said)));
        }
        return String.join(" ", parts);
    }

    /** Changes with what came of them; one that nobody wrote down stands by itself. */
    private static List<Line> lines(ReportedFix fix) {
        Map<String, Trial> trials = new HashMap<>();
        List<Line> lines = new ArrayList<>();
        for (Trial trial : fix.fixCase().trials()) {
            LedgerEntry made = made(fix.entries(), trial, trials);
            if (made == null) {
                lines.add(new Line(trial.changedAt(), trial.step(), null, trial));
            } else {
                trials.put(made.id(), trial);
            }
        }
        for (LedgerEntry entry : fix.entries()) {
            lines.add(new Line(entry.begun(), entry.step(), entry, trials.get(entry.id())));
        }
        lines.sort(Comparator.comparing(Line::at));
        return lines;
    }

    /** The last entry of its step before the change was complete that is not another trial's. */
    private static @Nullable LedgerEntry made(
            List<LedgerEntry> entries, Trial trial, Map<String, Trial> taken) {
        Stream<LedgerEntry> fitting =
                entries.stream()
                        .filter(entry -> entry.step().equals(trial.step()))
                        .filter(entry -> !entry.begun().isAfter(trial.changedAt()))
                        .filter(entry -> !taken.containsKey(entry.id()));
        return fitting.reduce((_, later) -> later).orElse(null);
    }

    private static <T> List<T> latest(List<T> all, int most) {
        return all.subList(Math.max(0, all.size() - most), all.size());
    }

    /** One row: a change, what came of it, or both. */
    private record Line(
            Instant at, String step, @Nullable LedgerEntry entry, @Nullable Trial trial) {}
}
