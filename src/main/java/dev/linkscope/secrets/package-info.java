/** Secrets in the keychain of the operating system. */
@NullMarked
package dev.linkscope.secrets;

import org.jspecify.annotations.NullMarked;
