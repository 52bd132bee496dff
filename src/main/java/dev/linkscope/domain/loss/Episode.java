package dev.linkscope.domain.loss;

import java.time.Instant;

/**
 * A maximal run of adjacent failed slots (RFC 6534).
 *
 * @param start when the first failed attempt started
 * @param end scheduled start of the last failed slot plus one cadence
 * @param errors failed slots, at least 1
 */
public record Episode(Instant start, Instant end, int errors) {}
