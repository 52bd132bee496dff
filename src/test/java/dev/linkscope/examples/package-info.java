/** The worked examples of the developer guide, which quotes them; they are run like all tests. */
@NullMarked
package dev.linkscope.examples;

import org.jspecify.annotations.NullMarked;
