/** What is private in a text, how it is found, and what stands in its place. */
@NullMarked
package dev.linkscope.report.redact;

import org.jspecify.annotations.NullMarked;
