/** The history as one SQLite file of its user. */
@NullMarked
package dev.linkscope.store.sqlite;

import org.jspecify.annotations.NullMarked;
