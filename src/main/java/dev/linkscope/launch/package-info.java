/** Entry points and the composition root: the only place that constructs adapters. */
@NullMarked
package dev.linkscope.launch;

import org.jspecify.annotations.NullMarked;
