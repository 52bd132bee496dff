package dev.linkscope.stats;

import dev.linkscope.domain.coverage.Trace;

/**
 * One printer's trace in a farm.
 *
 * @param name printer id, or file for {@code analyze --farm}; unique in the farm
 * @param trace slots measured on its Pi, never through this computer's own link
 */
public record NamedTrace(String name, Trace trace) {}
