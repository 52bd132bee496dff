/** Tests of traces out of files. */
@NullMarked
package dev.linkscope.report.trace;

import org.jspecify.annotations.NullMarked;
