/**
 * Where the user mends a cause: one change at a time, watched until it is known whether it helped.
 */
@NullMarked
package dev.linkscope.ui.fix;

import org.jspecify.annotations.NullMarked;
