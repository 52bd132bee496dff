/** Real SSH servers and helpers for tests of every room. */
@NullMarked
package dev.linkscope.ssh.testkit;

import org.jspecify.annotations.NullMarked;
