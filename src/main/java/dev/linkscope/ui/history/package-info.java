/** The time that has passed: the user's notes, and spans compared. */
@NullMarked
package dev.linkscope.ui.history;

import org.jspecify.annotations.NullMarked;
