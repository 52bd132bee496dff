/** Made-up printers with two faults at once, and how often a true one is named first. */
@NullMarked
package dev.linkscope.rules.confusion;

import org.jspecify.annotations.NullMarked;
