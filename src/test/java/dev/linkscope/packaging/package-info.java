/** What belongs to packages, tried where the tools are. */
@NullMarked
package dev.linkscope.packaging;

import org.jspecify.annotations.NullMarked;
