/** Causes that lie with the camera. */
@NullMarked
package dev.linkscope.rules.webcam;

import org.jspecify.annotations.NullMarked;
