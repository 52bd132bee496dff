/** Many printers seen together: shared outages, what the sick have in common, incidents. */
@org.jspecify.annotations.NullMarked
package dev.linkscope.engine.farm;
