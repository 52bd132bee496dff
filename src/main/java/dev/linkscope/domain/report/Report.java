package dev.linkscope.domain.report;

import java.time.Instant;
import java.util.List;

/**
 * A report over one or more printers.
 *
 * @param generatedAt when it was made
 * @param language BCP 47 tag of the language its texts are rendered in
 * @param simulated whether its data are made up
 * @param printers in the order asked for
 * @param sharedOutages outages of several printers together
 * @param scope what was asked of it
 */
public record Report(
        Instant generatedAt,
        String language,
        boolean simulated,
        List<PrinterReport> printers,
        List<SharedOutage> sharedOutages,
        ReportScope scope) {
    /** Version of the JSON contract that this program writes. */
    public static final int SCHEMA_VERSION = 1;

    public Report {
        printers = List.copyOf(printers);
        sharedOutages = List.copyOf(sharedOutages);
    }

    /** A report of which nothing in particular was asked. */
    public Report(
            Instant generatedAt,
            String language,
            boolean simulated,
            List<PrinterReport> printers,
            List<SharedOutage> sharedOutages) {
        this(generatedAt, language, simulated, printers, sharedOutages, ReportScope.USUAL);
    }

    /** The same, of which this was asked. */
    public Report withScope(ReportScope other) {
        return new Report(generatedAt, language, simulated, printers, sharedOutages, other);
    }
}
