/** Measuring from the Pi without a login there: through the connection tests of OctoPrint. */
@NullMarked
package dev.linkscope.octoprint.vantage;

import org.jspecify.annotations.NullMarked;
