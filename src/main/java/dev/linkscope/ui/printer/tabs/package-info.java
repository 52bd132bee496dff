/** The tabs below a printer's panes: where it breaks, its link, power, plugin, farm, attempts. */
@NullMarked
package dev.linkscope.ui.printer.tabs;

import org.jspecify.annotations.NullMarked;
