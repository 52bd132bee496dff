/** Reports: what is asked of them, how they are drawn up, and what was written and opened again. */
@NullMarked
package dev.linkscope.engine.report;

import org.jspecify.annotations.NullMarked;
