/** Reports as files: JSON, PDF with the same JSON inside, and reading both back. */
@NullMarked
package dev.linkscope.report;

import org.jspecify.annotations.NullMarked;
