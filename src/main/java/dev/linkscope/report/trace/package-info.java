/** Traces out of files: CSV, plain slots, reports. */
@NullMarked
package dev.linkscope.report.trace;

import org.jspecify.annotations.NullMarked;
