package dev.linkscope.domain.history;

import dev.linkscope.domain.probe.Outcome;
import java.time.Duration;
import java.time.Instant;

/**
 * One attempt with its time.
 *
 * @param at when it started, UTC by the latest clock map of its run
 * @param took from its start to its end
 * @param outcome what came of it
 */
public record TimedOutcome(Instant at, Duration took, Outcome outcome) {}
