/** What every part of the window needs: the way onto its thread, words, theme, overlay. */
@NullMarked
package dev.linkscope.ui.common;

import org.jspecify.annotations.NullMarked;
