package dev.linkscope.domain.report;

import org.jspecify.annotations.Nullable;

/**
 * How the link to the printer's computer stood when the report was made.
 *
 * @param state {@code connected}, {@code failed}, {@code lost} or {@code simulated}
 * @param error why not; null when connected
 */
public record Connection(String state, @Nullable ReportFailure error) {}
