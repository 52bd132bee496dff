/**
 * The history of everything measured, in a database: what is the same whichever database it is.
 * {@code sqlite} and {@code postgres} open one.
 */
@NullMarked
package dev.linkscope.store;

import org.jspecify.annotations.NullMarked;
