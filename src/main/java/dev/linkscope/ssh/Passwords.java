package dev.linkscope.ssh;

import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Passwords that were accepted, kept in memory for this run of the program so that a reconnection
 * does not ask again. Each belongs to one user at one host and is never tried elsewhere. Refused
 * ones are forgotten. Thread-safe.
 */
final class Passwords implements AutoCloseable {
    private final Map<String, char[]> accepted = new HashMap<>();

    /**
     * A copy of the password for an account such as {@code pi@octopi.local:22}; null if none is
     * known.
     */
    synchronized char @Nullable [] recall(String account) {
        char[] password = accepted.get(account);
        return password == null ? null : password.clone();
    }

    /** Remembers a password that was accepted; takes a copy. */
    synchronized void keep(String account, char[] password) {
        Secrets.wipe(accepted.put(account, password.clone()));
    }

    /** Forgets and wipes. */
    synchronized void forget(String account) {
        Secrets.wipe(accepted.remove(account));
    }

    /** Forgets and wipes all. */
    @Override
    public synchronized void close() {
        accepted.values().forEach(Secrets::wipe);
        accepted.clear();
    }
}
