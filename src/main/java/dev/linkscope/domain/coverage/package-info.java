/** Which slots were measured, over what time, and why not the others. */
@NullMarked
package dev.linkscope.domain.coverage;

import org.jspecify.annotations.NullMarked;
