package dev.linkscope.domain.fix;

import org.jspecify.annotations.Nullable;

/**
 * One value that a step changes, for people: without user names, passwords and keys.
 *
 * @param place where it is, such as a file or a setting
 * @param before null if there was none
 * @param after null if it was removed; equal to {@code before} if nothing had to change
 */
public record ValueChange(String place, @Nullable String before, @Nullable String after) {}
