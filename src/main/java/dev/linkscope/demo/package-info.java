/**
 * A simulated farm behind the port {@code AgentLink}: everything above the port is the real
 * program. Times inside this package are milliseconds of simulated time, 0 = the farm's start.
 */
@NullMarked
package dev.linkscope.demo;

import org.jspecify.annotations.NullMarked;
