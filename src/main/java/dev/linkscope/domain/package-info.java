/** Records that every room shares; java.base alone. */
@NullMarked
package dev.linkscope.domain;

import org.jspecify.annotations.NullMarked;
