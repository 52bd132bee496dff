/** Changes on the printer's computer, made by a program that is sent there and leaves again. */
@org.jspecify.annotations.NullMarked
package dev.linkscope.hands;
