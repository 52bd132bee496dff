package dev.linkscope.domain.loss;

import dev.linkscope.domain.probe.Phase;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * An outage as users read it: two or more failures with at most one ok slot between them.
 *
 * @param start when its first failed attempt started
 * @param end scheduled start of its last failed slot plus one cadence
 * @param errors failed slots, at least 2
 * @param phase phase in which most of them failed; null if not known
 */
public record Outage(Instant start, Instant end, int errors, @Nullable Phase phase) {}
