/** What the engine needs from the outside; adapters implement these. */
@NullMarked
package dev.linkscope.engine.port;

import org.jspecify.annotations.NullMarked;
