/** Light probes from this computer, the second witness: the platform's own sockets alone. */
@NullMarked
package dev.linkscope.witness;

import org.jspecify.annotations.NullMarked;
