/** The history of everything measured, in one SQLite file. */
@NullMarked
package dev.linkscope.store;

import org.jspecify.annotations.NullMarked;
