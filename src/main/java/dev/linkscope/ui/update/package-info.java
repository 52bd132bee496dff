/** Whether there is a newer release, and what this program is. */
@NullMarked
package dev.linkscope.ui.update;

import org.jspecify.annotations.NullMarked;
