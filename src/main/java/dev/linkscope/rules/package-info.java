/** Rules that name what is wrong: one final class a rule, and the catalogue of all. Pure. */
@NullMarked
package dev.linkscope.rules;

import org.jspecify.annotations.NullMarked;
