/** What went wrong with printers or the farm, from its beginning to its end. */
@org.jspecify.annotations.NullMarked
package dev.linkscope.domain.incident;
