package dev.linkscope.ui.report;

import dev.linkscope.domain.printer.PrinterId;

/**
 * A printer that a report can be written of.
 *
 * @param id which
 * @param name as the user calls it
 */
public record Reportable(PrinterId id, String name) {}
