/**
 * Links to a Pi over SSH: the way there, host keys, logins, and the streams of the agent's command.
 */
@NullMarked
package dev.linkscope.ssh;

import org.jspecify.annotations.NullMarked;
