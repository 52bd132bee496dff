/** Scenarios: made-up printers and what the rules have to say of them. */
@NullMarked
package dev.linkscope.rules.scenario;

import org.jspecify.annotations.NullMarked;
