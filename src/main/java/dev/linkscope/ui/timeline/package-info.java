/** One clock for all charts of a page: what of it is in view, where it is pointed at, marked. */
@NullMarked
package dev.linkscope.ui.timeline;

import org.jspecify.annotations.NullMarked;
