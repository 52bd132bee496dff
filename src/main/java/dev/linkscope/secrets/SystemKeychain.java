package dev.linkscope.secrets;

import com.github.javakeyring.BackendNotSupportedException;
import com.github.javakeyring.Keyring;
import com.github.javakeyring.PasswordAccessException;
import org.jspecify.annotations.Nullable;

/**
 * The credential manager of Windows, the keychain of macOS, the Secret Service or KWallet of Linux.
 */
final class SystemKeychain implements Keychain {
    /** Under which the user finds the entries. */
    private static final String SERVICE = "Linkscope";

    private final Keyring keyring;

    private SystemKeychain(Keyring keyring) {
        this.keyring = keyring;
    }

    static Keychain open() throws BackendNotSupportedException {
        return new SystemKeychain(Keyring.create());
    }

    @Override
    public @Nullable String get(String name) {
        try {
            return keyring.getPassword(SERVICE, name);
        } catch (PasswordAccessException e) {
            // Its way to say that there is none.
            return null;
        }
    }

    @Override
    public void set(String name, String secret) throws PasswordAccessException {
        keyring.setPassword(SERVICE, name, secret);
    }

    @Override
    public void delete(String name) {
        try {
            keyring.deletePassword(SERVICE, name);
        } catch (PasswordAccessException e) {
            // Its way to say that there is none.
        }
    }
}
