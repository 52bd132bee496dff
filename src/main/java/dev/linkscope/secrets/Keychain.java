package dev.linkscope.secrets;

import org.jspecify.annotations.Nullable;

/** A keychain as its driver offers it: it may block for ever, and fail in any way. */
interface Keychain {
    /** The secret of that name; null if there is none. */
    @Nullable String get(String name) throws Exception;

    void set(String name, String secret) throws Exception;

    void delete(String name) throws Exception;

    /** Opens the keychain of this user. */
    @FunctionalInterface
    interface Opener {
        Keychain open() throws Exception;
    }
}
