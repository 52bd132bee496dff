@NullMarked
package dev.linkscope.witness;

import org.jspecify.annotations.NullMarked;
