/** Whether the window keeps what it shows no longer. */
@org.jspecify.annotations.NullMarked
package dev.linkscope.ui.leak;
