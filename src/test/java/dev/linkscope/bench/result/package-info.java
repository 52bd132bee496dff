/** What benches found, and how it is written: figures, ratios to peers, growth with its fit. */
@NullMarked
package dev.linkscope.bench.result;

import org.jspecify.annotations.NullMarked;
