/** Exporting a report. */
@NullMarked
package dev.linkscope.ui.report;

import org.jspecify.annotations.NullMarked;
