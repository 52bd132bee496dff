/** What the Obico plugin says of itself. */
@NullMarked
package dev.linkscope.domain.plugin;

import org.jspecify.annotations.NullMarked;
