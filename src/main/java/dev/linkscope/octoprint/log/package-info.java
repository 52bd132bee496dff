/** Logs of OctoPrint, of Obico for Klipper and of the system: codes and times, never their text. */
@NullMarked
package dev.linkscope.octoprint.log;

import org.jspecify.annotations.NullMarked;
