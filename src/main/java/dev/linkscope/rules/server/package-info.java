/** Causes that lie with the server, and Obico's plugin in OctoPrint. */
@NullMarked
package dev.linkscope.rules.server;

import org.jspecify.annotations.NullMarked;
