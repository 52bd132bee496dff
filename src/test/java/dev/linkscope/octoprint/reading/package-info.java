@NullMarked
package dev.linkscope.octoprint.reading;

import org.jspecify.annotations.NullMarked;
