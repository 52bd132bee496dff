package dev.linkscope.domain.diagnosis;

import dev.linkscope.domain.Statement;
import org.jspecify.annotations.Nullable;

/**
 * One observation that speaks for or against a cause.
 *
 * @param speaksFor whether it speaks for the cause
 * @param text what was observed
 * @param value the reading, if it is a number
 * @param threshold what it was compared with
 * @param unit unit of both
 */
public record Evidence(
        boolean speaksFor,
        Statement text,
        @Nullable Double value,
        @Nullable Double threshold,
        @Nullable String unit) {}
