/**
 * Finds printers that announce themselves by multicast DNS (RFC 6762, RFC 6763). Whatever comes
 * from the network is untrusted: bounded, cleaned, and never asked anything in return.
 */
@NullMarked
package dev.linkscope.discovery;

import org.jspecify.annotations.NullMarked;
