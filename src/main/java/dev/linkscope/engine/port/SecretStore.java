package dev.linkscope.engine.port;

import java.util.Optional;

/**
 * Keeps secrets of this user between starts, in the keychain of the operating system. Where there
 * is none nothing is kept and the user is asked each time. Blocks; never throws for a keychain that
 * is missing, locked or refuses.
 */
public interface SecretStore {
    /** Keeps nothing. */
    SecretStore NONE =
            new SecretStore() {
                @Override
                public boolean keeps() {
                    return false;
                }

                @Override
                public Optional<char[]> find(String name) {
                    return Optional.empty();
                }

                @Override
                public boolean keep(String name, char[] secret) {
                    return false;
                }

                @Override
                public void forget(String name) {}
            };

    /** Whether secrets are kept at all. */
    boolean keeps();

    /** The secret of that name; empty if there is none, or the keychain does not give it. */
    Optional<char[]> find(String name);

    /** Keeps a secret; false if it could not be kept. The array stays the caller's to wipe. */
    boolean keep(String name, char[] secret);

    /** Forgets a secret, if there is one. */
    void forget(String name);
}
