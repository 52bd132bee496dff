/** What is probed and what came of it: kinds, slots, phases, outcomes. */
@NullMarked
package dev.linkscope.domain.probe;

import org.jspecify.annotations.NullMarked;
