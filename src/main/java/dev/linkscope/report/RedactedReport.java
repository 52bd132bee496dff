package dev.linkscope.report;

import dev.linkscope.domain.report.Report;
import dev.linkscope.engine.report.Removed;
import dev.linkscope.report.redact.Cleaner;
import dev.linkscope.report.redact.Tally;
import dev.linkscope.report.redact.TextCleaner;
import java.util.List;

/** A report whose every text was cleaned as its scope says. */
public final class RedactedReport {
    private final Report report;
    private final int removed;
    private final List<Removed> removedValues;
    private final Cleaner cleaner;

    private RedactedReport(Report report, Tally tally, Cleaner cleaner) {
        this.report = report;
        this.removed = tally.total();
        this.removedValues = tally.removed();
        this.cleaner = cleaner;
    }

    /** Cleans every text of a report. */
    public static RedactedReport of(Report report, Redaction redaction) {
        Cleaner cleaner = redaction.cleaner(report.scope().level());
        ReportValues.learn(report, cleaner);
        // Once to learn: what one text gives away goes from those before it as well.
        new ReportCleaner(cleaner, _ -> {}).report(report);
        var tally = new Tally(cleaner.level());
        Report clean = new ReportCleaner(cleaner, tally::add).report(report);
        return new RedactedReport(clean, tally, cleaner);
    }

    /** The clean report. */
    public Report report() {
        return report;
    }

    /** Marks and aliases in its own texts; the same again when a clean report is cleaned. */
    public int removed() {
        return removed;
    }

    /** What was removed from its own texts, the most frequent first; never the values. */
    public List<Removed> removedValues() {
        return removedValues;
    }

    /** Cleans what goes beside it, with the same aliases, and counts anew. For one thread. */
    public TextCleaner texts() {
        return new TextCleaner(cleaner);
    }
}
