package dev.linkscope.domain.report;

import dev.linkscope.domain.coverage.Trace;
import dev.linkscope.domain.loss.PaneFigures;

/**
 * One pane of a report: its figures and the trace they were computed from.
 *
 * @param address what was probed, without user name, password and query
 * @param figures everything computed
 * @param trace the slots
 */
public record Pane(String address, PaneFigures figures, Trace trace) {}
