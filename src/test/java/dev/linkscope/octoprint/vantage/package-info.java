@NullMarked
package dev.linkscope.octoprint.vantage;

import org.jspecify.annotations.NullMarked;
