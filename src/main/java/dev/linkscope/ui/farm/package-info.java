/** The list of printers and the commands on it. */
@NullMarked
package dev.linkscope.ui.farm;

import org.jspecify.annotations.NullMarked;
