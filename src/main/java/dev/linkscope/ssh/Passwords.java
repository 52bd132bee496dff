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
     * A copy of the password for a login such as {@code pi@octopi.local}; null if none is known.
     */
    synchronized char @Nullable [] recall(String login) {
        char[] password = accepted.get(login);
        return password == null ? null : password.clone();
    }

    /** Remembers a password that was accepted; takes a copy. */
    synchronized void keep(String login, char[] password) {
        Secrets.wipe(accepted.put(login, password.clone()));
    }

    /** Forgets and wipes. */
    synchronized void forget(String login) {
        Secrets.wipe(accepted.remove(login));
    }

    /** Forgets and wipes all. */
    @Override
    public synchronized void close() {
        accepted.values().forEach(Secrets::wipe);
        accepted.clear();
    }
}
