/** The symbol in the desktop's bar, as StatusNotifierItem over D-Bus. */
@NullMarked
package dev.linkscope.tray;

import org.jspecify.annotations.NullMarked;
