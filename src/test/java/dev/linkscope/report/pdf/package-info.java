/** Tests of the PDF. */
@NullMarked
package dev.linkscope.report.pdf;

import org.jspecify.annotations.NullMarked;
