/** {@code /metrics} and {@code /healthz} of a farm that is watched without a window. */
@NullMarked
package dev.linkscope.metrics;

import org.jspecify.annotations.NullMarked;
