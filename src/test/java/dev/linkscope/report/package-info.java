/** Tests of reports as files. */
@NullMarked
package dev.linkscope.report;

import org.jspecify.annotations.NullMarked;
