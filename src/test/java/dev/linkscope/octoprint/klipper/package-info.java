@NullMarked
package dev.linkscope.octoprint.klipper;

import org.jspecify.annotations.NullMarked;
