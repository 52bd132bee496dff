/** Reports as they would be written: looked at first, then written in every format. */
@NullMarked
package dev.linkscope.report.draft;

import org.jspecify.annotations.NullMarked;
