package dev.linkscope.metrics;

import dev.linkscope.domain.printer.Printer;
import io.prometheus.metrics.model.snapshots.Labels;

/** How a printer is named in labels: by its name for people and its id, which is unique. */
final class PrinterLabels {
    /** Names come from files and may be of any length. */
    private static final int LONGEST = 100;

    private PrinterLabels() {}

    /** {@code printer} and {@code id}. */
    static Labels of(Printer printer) {
        return Labels.of("printer", bounded(printer.name()), "id", printer.id().toString());
    }

    private static String bounded(String name) {
        int end =
                name.offsetByCodePoints(
                        0, Math.min(LONGEST, name.codePointCount(0, name.length())));
        return name.substring(0, end);
    }
}
