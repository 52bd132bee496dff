package dev.linkscope.engine.bulk;

import dev.linkscope.engine.port.LinkQuestions.SecretKind;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** What the user gave for all printers; wiped by {@link #close}. Thread-safe. */
public final class SharedSecrets implements AutoCloseable {
    private final char[] password;
    private final char[] passphrase;
    private boolean wiped;

    /**
     * Secrets; takes the arrays over.
     *
     * @param password of the login; empty for none
     * @param passphrase of the key file; empty for none
     */
    public SharedSecrets(char[] password, char[] passphrase) {
        this.password = password;
        this.passphrase = passphrase;
    }

    /** Nothing to give. */
    public static SharedSecrets none() {
        return new SharedSecrets(new char[0], new char[0]);
    }

    /** Whether there is a password, which a server may refuse. */
    synchronized boolean hasPassword() {
        return !wiped && password.length > 0;
    }

    /** A copy of what fits the question; null if there is nothing. */
    synchronized char @Nullable [] copy(SecretKind kind) {
        char[] secret =
                switch (kind) {
                    case PASSWORD, INTERACTIVE -> password;
                    case PASSPHRASE -> passphrase;
                    case API_KEY, SUDO -> new char[0];
                };
        return wiped || secret.length == 0 ? null : secret.clone();
    }

    @Override
    public synchronized void close() {
        wiped = true;
        Arrays.fill(password, '\0');
        Arrays.fill(passphrase, '\0');
    }
}
