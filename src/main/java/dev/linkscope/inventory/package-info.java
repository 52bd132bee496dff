/** Lists of printers that other programs and people keep. What is read is untrusted. */
@NullMarked
package dev.linkscope.inventory;

import org.jspecify.annotations.NullMarked;
