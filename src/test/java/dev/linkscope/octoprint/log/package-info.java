@NullMarked
package dev.linkscope.octoprint.log;

import org.jspecify.annotations.NullMarked;
