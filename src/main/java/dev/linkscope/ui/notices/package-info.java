/** What the user was or is to be told: the bell, the list of incidents, and how he wants it. */
@NullMarked
package dev.linkscope.ui.notices;

import org.jspecify.annotations.NullMarked;
