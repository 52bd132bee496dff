/** What every fuzz test of a reader works with. */
@NullMarked
package dev.linkscope.fuzz;

import org.jspecify.annotations.NullMarked;
