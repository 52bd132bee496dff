/** The page of one printer: verdict, link, panes. */
@NullMarked
package dev.linkscope.ui.printer;

import org.jspecify.annotations.NullMarked;
