/** Figures about losses: rates, bursts, patterns. Formulas are in stats. */
@NullMarked
package dev.linkscope.domain.loss;

import org.jspecify.annotations.NullMarked;
