/** Small controls of Linkscope's own. */
@NullMarked
package dev.linkscope.ui.control;

import org.jspecify.annotations.NullMarked;
