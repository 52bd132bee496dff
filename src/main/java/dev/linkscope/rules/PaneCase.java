package dev.linkscope.rules;

import dev.linkscope.domain.coverage.Trace;
import dev.linkscope.domain.loss.PaneFigures;

/**
 * One pane as a rule sees it.
 *
 * @param pane {@code server} or {@code webcam}; part of keys and rule ids
 * @param figures its figures
 * @param trace the slots that they were computed from
 */
public record PaneCase(String pane, PaneFigures figures, Trace trace) {}
