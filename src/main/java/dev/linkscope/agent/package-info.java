/** Java side of the agent's wire protocol, and the link to an agent on this very computer. */
@NullMarked
package dev.linkscope.agent;

import org.jspecify.annotations.NullMarked;
