/**
 * Rates, intervals, patterns, fix verification and shared outages. Pure: no clock, no thread, no
 * locale, no I/O; the same trace always gives the same figures.
 */
@NullMarked
package dev.linkscope.stats;

import org.jspecify.annotations.NullMarked;
