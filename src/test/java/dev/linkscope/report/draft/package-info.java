/** Tests of reports as they would be written. */
@NullMarked
package dev.linkscope.report.draft;

import org.jspecify.annotations.NullMarked;
