/** OctoPrint's web interface, by OkHttp. */
@NullMarked
package dev.linkscope.octoprint;

import org.jspecify.annotations.NullMarked;
