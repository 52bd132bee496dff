/** Libraries that the program is made with. */
@NullMarked
package dev.linkscope.dependencies;

import org.jspecify.annotations.NullMarked;
