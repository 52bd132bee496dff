/** What can be tried against a cause, what was tried, and what came of it. */
@org.jspecify.annotations.NullMarked
package dev.linkscope.domain.fix;
