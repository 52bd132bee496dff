package dev.linkscope.engine.bulk;

import dev.linkscope.domain.printer.PrinterId;
import dev.linkscope.engine.port.LinkQuestions.SecretKind;
import java.util.Arrays;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What the user gave for all printers, and for some alone; wiped by {@link #close}. Thread-safe.
 */
public final class SharedSecrets implements AutoCloseable {
    private final char[] password;
    private final char[] passphrase;
    private final Map<PrinterId, char[]> own;
    private boolean wiped;

    /**
     * Secrets; takes the arrays over.
     *
     * @param password of the login; empty for none
     * @param passphrase of the key file; empty for none
     */
    public SharedSecrets(char[] password, char[] passphrase) {
        this(password, passphrase, Map.of());
    }

    /**
     * The same, with other passwords for some.
     *
     * @param own passwords of printers that have one of their own, none of them empty
     */
    public SharedSecrets(char[] password, char[] passphrase, Map<PrinterId, char[]> own) {
        this.password = password;
        this.passphrase = passphrase;
        this.own = Map.copyOf(own);
    }

    /** Nothing to give. */
    public static SharedSecrets none() {
        return new SharedSecrets(new char[0], new char[0]);
    }

    /** Whether there is a password for all, which a server may refuse. */
    synchronized boolean hasPassword() {
        return !wiped && password.length > 0;
    }

    /** Whether that printer has a password of its own. */
    boolean hasOwn(PrinterId printer) {
        return own.containsKey(printer);
    }

    /** A copy of what fits the question; null if there is nothing. */
    synchronized char @Nullable [] copy(SecretKind kind, PrinterId printer) {
        char[] secret =
                switch (kind) {
                    case PASSWORD, INTERACTIVE -> own.getOrDefault(printer, password);
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
        own.values().forEach(secret -> Arrays.fill(secret, '\0'));
    }
}
