package dev.linkscope.engine.bulk;

import dev.linkscope.domain.printer.PrinterId;
import dev.linkscope.engine.port.LinkQuestions;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Answers for one attempt at one printer. A host key is accepted if it is one that the user
 * accepted for this printer. A password is given at most once, and only after the way to the
 * printer itself has passed its host key: never to a host on the way, never to one whose key was
 * not accepted.
 */
final class BulkAnswers implements LinkQuestions {
    private final Set<HostKey> accepted;
    private final @Nullable SharedSecrets secrets;
    private final PrinterId printer;
    private @Nullable HostKey seen;
    private boolean known;
    private boolean passed;
    private boolean offered;

    private BulkAnswers(PrinterId printer, Set<HostKey> accepted, @Nullable SharedSecrets secrets) {
        this.printer = printer;
        this.accepted = accepted;
        this.secrets = secrets;
    }

    /** Only looks at the host key. */
    static BulkAnswers looking(PrinterId printer) {
        return new BulkAnswers(printer, Set.of(), null);
    }

    /** Logs in where one of these keys, or one known before, is shown. */
    static BulkAnswers tryingWith(PrinterId printer, Set<HostKey> accepted, SharedSecrets secrets) {
        return new BulkAnswers(printer, accepted, secrets);
    }

    @Override
    public synchronized boolean acceptHostKey(HostKey key) {
        if (accepted.contains(key)) {
            return true;
        }
        seen = key;
        return false;
    }

    @Override
    public synchronized boolean wantsLogin() {
        known = true;
        return secrets != null;
    }

    @Override
    public synchronized char @Nullable [] secret(SecretQuestion question) {
        boolean toServer = question.kind() != SecretKind.PASSPHRASE;
        if (secrets == null || (toServer && (!passed || offered || !isForPassword(question)))) {
            return null;
        }
        char[] secret = secrets.copy(question.kind(), printer);
        offered |= toServer && secret != null;
        return secret;
    }

    private static boolean isForPassword(SecretQuestion question) {
        String prompt = question.prompt();
        return switch (question.kind()) {
            case PASSWORD -> true;
            case INTERACTIVE ->
                    prompt != null && prompt.toLowerCase(Locale.ROOT).contains("password");
            case PASSPHRASE, API_KEY, SUDO -> false;
        };
    }

    /** The printer itself, not a host on the way, has shown a key that is accepted. */
    synchronized void passed() {
        passed = true;
    }

    /** A key that was neither known nor accepted; null if none was shown. */
    synchronized @Nullable HostKey seen() {
        return seen;
    }

    /** Whether a key that was known before was shown. */
    synchronized boolean known() {
        return known;
    }

    /** Whether the shared password was given. */
    synchronized boolean offered() {
        return offered && secrets != null && !secrets.hasOwn(printer);
    }
}
