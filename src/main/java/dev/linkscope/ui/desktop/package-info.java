/** The window's place among other programs: tray, deep links, where it stands. */
@NullMarked
package dev.linkscope.ui.desktop;

import org.jspecify.annotations.NullMarked;
