/** What is kept of the time that has passed: sums, outages, findings, notes. */
@NullMarked
package dev.linkscope.domain.history;

import org.jspecify.annotations.NullMarked;
