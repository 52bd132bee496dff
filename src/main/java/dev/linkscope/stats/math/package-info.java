/** The few special functions, tails and random draws that the figures need; java.base alone. */
@NullMarked
package dev.linkscope.stats.math;

import org.jspecify.annotations.NullMarked;
