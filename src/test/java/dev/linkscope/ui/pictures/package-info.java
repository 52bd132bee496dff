/** Reference pictures of the window, and how like them it looks. */
@org.jspecify.annotations.NullMarked
package dev.linkscope.ui.pictures;
