/** Releases of this program, as its makers announce them. */
@NullMarked
package dev.linkscope.domain.release;

import org.jspecify.annotations.NullMarked;
