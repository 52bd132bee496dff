/** Ways to tell the user: this desktop, a webhook, a command. */
@NullMarked
package dev.linkscope.notify;

import org.jspecify.annotations.NullMarked;
