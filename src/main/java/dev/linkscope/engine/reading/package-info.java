/** What single readings of a printer's computer mean. */
@NullMarked
package dev.linkscope.engine.reading;

import org.jspecify.annotations.NullMarked;
