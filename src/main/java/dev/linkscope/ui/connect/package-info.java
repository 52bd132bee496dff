/** First start and adding a printer. */
@NullMarked
package dev.linkscope.ui.connect;

import org.jspecify.annotations.NullMarked;
