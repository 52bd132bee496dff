/** The user's printers and choices, in one JSON file. */
@NullMarked
package dev.linkscope.settings;

import org.jspecify.annotations.NullMarked;
