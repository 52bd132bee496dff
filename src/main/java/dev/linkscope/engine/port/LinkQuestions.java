package dev.linkscope.engine.port;

import dev.linkscope.domain.probe.TargetUrl;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a link may have to ask. Called on the connecting thread, which waits for the answer. Without
 * anybody to ask, use {@link #NOBODY}.
 */
public interface LinkQuestions {
    /** Accepts nothing and knows nothing. */
    LinkQuestions NOBODY =
            new LinkQuestions() {
                @Override
                public boolean acceptHostKey(HostKey key) {
                    return false;
                }

                @Override
                public char @Nullable [] secret(SecretQuestion question) {
                    return null;
                }
            };

    /** The same, with something done before each question; must return at once. */
    default LinkQuestions after(Runnable first) {
        // Links tell by it whether anybody can be asked at all.
        return equals(NOBODY) ? this : new AnnouncedQuestions(this, first);
    }

    /** Whether this host key, seen for the first time, is the right one. */
    boolean acceptHostKey(HostKey key);

    /**
     * Whether to log in once the host key is known or accepted; otherwise the link ends there,
     * before anything of the login is sent, with {@code CANCELLED}.
     */
    default boolean wantsLogin() {
        return true;
    }

    /**
     * A password or passphrase; null if the user has none to give. The caller wipes the array after
     * use.
     */
    char @Nullable [] secret(SecretQuestion question);

    /**
     * The user is to decide on a page of OctoPrint; opens it. Returns at once.
     *
     * @param page must not be logged
     */
    default void decide(TargetUrl page) {}

    /** Whether OctoPrint's own key may be read from its configuration on that host. */
    default boolean mayReadKey(String host) {
        return false;
    }

    /**
     * Which of several OctoPrints on a host is this printer's.
     *
     * @param addresses at least two, the likeliest first; for people
     * @return its index; the likeliest where there is nobody to ask
     */
    default int whichOctoPrint(List<String> addresses) {
        return 0;
    }

    /** The user has decided on that page, or nobody waits for it any more. */
    default void decided() {}

    /**
     * A host key.
     *
     * @param host host it was shown by
     * @param port port
     * @param type such as {@code ssh-ed25519}
     * @param fingerprint {@code SHA256:…} as OpenSSH prints it
     */
    record HostKey(String host, int port, String type, String fingerprint) {}

    /**
     * A secret that is needed.
     *
     * @param kind what for
     * @param subject the key file, or {@code user@host}
     * @param prompt the server's own prompt for {@link SecretKind#INTERACTIVE}; null otherwise
     */
    record SecretQuestion(SecretKind kind, String subject, @Nullable String prompt) {}

    /** What a secret is for. */
    enum SecretKind {
        PASSPHRASE,
        PASSWORD,
        /** One prompt of keyboard-interactive. */
        INTERACTIVE,
        /** A key of OctoPrint, copied from its settings. */
        API_KEY,
        /** The password with which a user may change the system. */
        SUDO
    }
}
