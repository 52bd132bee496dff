@NullMarked
package dev.linkscope.launch;

import org.jspecify.annotations.NullMarked;
