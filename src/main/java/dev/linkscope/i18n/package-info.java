/** Words: bundles, and the rendering of statements in a language. */
@NullMarked
package dev.linkscope.i18n;

import org.jspecify.annotations.NullMarked;
