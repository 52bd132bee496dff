/** Causes that lie with the printer's computer itself. */
@NullMarked
package dev.linkscope.rules.host;

import org.jspecify.annotations.NullMarked;
