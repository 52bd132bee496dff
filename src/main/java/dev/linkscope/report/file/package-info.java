/** Reports and traces out of files: reports of this program, CSV, plain slots. */
@NullMarked
package dev.linkscope.report.file;

import org.jspecify.annotations.NullMarked;
