/** Which printers there are and how they are reached. */
@NullMarked
package dev.linkscope.domain.printer;

import org.jspecify.annotations.NullMarked;
