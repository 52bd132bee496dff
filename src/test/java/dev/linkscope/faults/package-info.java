/**
 * Real outages: network namespaces with a router between them, a real SSH server, the real agent,
 * and what Linkscope has measured when it is over.
 */
@NullMarked
package dev.linkscope.faults;

import org.jspecify.annotations.NullMarked;
