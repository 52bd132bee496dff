/** Findings with their evidence, and failures with their next step. */
@NullMarked
package dev.linkscope.domain.diagnosis;

import org.jspecify.annotations.NullMarked;
