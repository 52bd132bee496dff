/** The main window. */
@NullMarked
package dev.linkscope.ui.shell;

import org.jspecify.annotations.NullMarked;
