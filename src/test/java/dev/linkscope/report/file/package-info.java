/** Tests of reports and traces out of files. */
@NullMarked
package dev.linkscope.report.file;

import org.jspecify.annotations.NullMarked;
