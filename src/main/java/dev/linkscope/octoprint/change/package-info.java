/** Changes through OctoPrint's interface: what they would do, doing it, and undoing it. */
@NullMarked
package dev.linkscope.octoprint.change;

import org.jspecify.annotations.NullMarked;
