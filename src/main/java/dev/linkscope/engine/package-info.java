/** Sessions, snapshots, the farm and the assembling of reports. */
@NullMarked
package dev.linkscope.engine;

import org.jspecify.annotations.NullMarked;
