/** Many printers tried at once, with one set of credentials. */
@NullMarked
package dev.linkscope.engine.bulk;

import org.jspecify.annotations.NullMarked;
