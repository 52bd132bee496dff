/** What Moonraker and Obico for Klipper say, under the same keys as OctoPrint. */
@NullMarked
package dev.linkscope.octoprint.klipper;

import org.jspecify.annotations.NullMarked;
