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
 */
public record Report(
        Instant generatedAt,
        String language,
        boolean simulated,
        List<PrinterReport> printers,
        List<SharedOutage> sharedOutages) {
    /** Version of the JSON contract that this program writes. */
    public static final int SCHEMA_VERSION = 1;

    public Report {
        printers = List.copyOf(printers);
        sharedOutages = List.copyOf(sharedOutages);
    }
}
