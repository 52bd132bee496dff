@NullMarked
package dev.linkscope.octoprint.change;

import org.jspecify.annotations.NullMarked;
