/** The settings of the program. */
@NullMarked
package dev.linkscope.ui.preferences;

import org.jspecify.annotations.NullMarked;
