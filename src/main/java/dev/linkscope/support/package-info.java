/** Small pieces on java.base alone, open to every room above domain. */
@NullMarked
package dev.linkscope.support;

import org.jspecify.annotations.NullMarked;
