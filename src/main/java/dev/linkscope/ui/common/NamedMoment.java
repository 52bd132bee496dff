package dev.linkscope.ui.common;

import java.time.Instant;

/**
 * A moment that the user knows by a name.
 *
 * @param at when, UTC
 * @param name what was then, for the user
 */
public record NamedMoment(Instant at, String name) {}
