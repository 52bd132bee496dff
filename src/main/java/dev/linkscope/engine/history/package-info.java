/** The time that has passed: spans read back, compared, and what was concluded in them. */
@NullMarked
package dev.linkscope.engine.history;

import org.jspecify.annotations.NullMarked;
