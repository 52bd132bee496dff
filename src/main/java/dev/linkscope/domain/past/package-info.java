/** What logs tell of the time before anything was measured. */
@NullMarked
package dev.linkscope.domain.past;

import org.jspecify.annotations.NullMarked;
