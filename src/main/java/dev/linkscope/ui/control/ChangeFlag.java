package dev.linkscope.ui.control;

import java.time.Instant;

/**
 * A change that the user made, on a strip of time.
 *
 * @param at when
 * @param undoing whether it was undone then
 */
public record ChangeFlag(Instant at, boolean undoing) {}
