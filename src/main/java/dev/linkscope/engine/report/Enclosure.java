package dev.linkscope.engine.report;

import dev.linkscope.domain.printer.PrinterId;

/**
 * A text that goes beside a report.
 *
 * @param printer whose it is
 * @param name of its file, such as {@code octoprint.log}
 * @param text as it was read: it is redacted with the report
 */
public record Enclosure(PrinterId printer, String name, String text) {}
