/** What the whole program costs, and what its benches share. */
@NullMarked
package dev.linkscope.bench;

import org.jspecify.annotations.NullMarked;
