/** Tri-state facts about a Pi: known, known absent, not checked. */
@NullMarked
package dev.linkscope.domain.fact;

import org.jspecify.annotations.NullMarked;
