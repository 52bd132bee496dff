/** What many printers together tell that none tells alone. Pure. */
@NullMarked
package dev.linkscope.rules.farm;

import org.jspecify.annotations.NullMarked;
