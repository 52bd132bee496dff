/** The error-rate chart; the only package that knows ChartFX. */
@NullMarked
package dev.linkscope.ui.chart;

import org.jspecify.annotations.NullMarked;
