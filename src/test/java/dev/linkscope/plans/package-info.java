/** Tests of what is known about mending causes. */
@NullMarked
package dev.linkscope.plans;

import org.jspecify.annotations.NullMarked;
