/** The history that several watchers share in one PostgreSQL database, and who measures what. */
@NullMarked
package dev.linkscope.store.postgres;

import org.jspecify.annotations.NullMarked;
