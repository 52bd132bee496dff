package dev.linkscope.domain.history;

import dev.linkscope.domain.fact.Fact;
import java.time.Instant;

/**
 * What was read of a fact at one time; it held until the next reading of its key.
 *
 * @param at when it was read, UTC by the clock of this computer
 * @param fact what was read
 */
public record FactReading(Instant at, Fact fact) {}
