/** What OctoPrint and its plugins answer, as facts. Pure: nothing here asks anybody. */
@NullMarked
package dev.linkscope.octoprint.reading;

import org.jspecify.annotations.NullMarked;
