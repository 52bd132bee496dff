/** Asks for the newest release over HTTPS and believes what is signed (src/docs/updates.md). */
@NullMarked
package dev.linkscope.update;

import org.jspecify.annotations.NullMarked;
