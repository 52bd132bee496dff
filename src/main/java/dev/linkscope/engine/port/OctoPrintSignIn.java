package dev.linkscope.engine.port;

import dev.linkscope.domain.probe.TargetUrl;
import dev.linkscope.engine.port.PrinterApiException.Problem;
import java.time.Duration;
import java.util.function.Consumer;

/** Gets a key from OctoPrint with the consent of its user, who copies nothing. */
@FunctionalInterface
public interface OctoPrintSignIn {
    /**
     * Asks for a key and waits until the user has decided, for ten minutes at most. Interrupt the
     * thread to give up. Whoever allows it must be an administrator for the plugin's own report to
     * be readable with the key.
     *
     * @param octoPrint its address, such as {@code http://octopi.local}
     * @param page hears, once and on this thread, of the page on which the user decides; to be
     *     opened in a browser. Whoever is at OctoPrint's own page already is asked there. Its
     *     address must not be logged: with it the key can be fetched
     */
    Outcome ask(TargetUrl octoPrint, Consumer<TargetUrl> page);

    /** How it ended. */
    sealed interface Outcome {
        /** The user said yes. */
        final class Granted implements Outcome {
            private final char[] key;

            /** The outcome with this key, which is its own from now on. */
            public Granted(char[] key) {
                this.key = key;
            }

            /** The key; OctoPrint gives it once. To be wiped by whoever takes it. */
            public char[] key() {
                return key;
            }
        }

        /** The user said no. */
        record Denied() implements Outcome {}

        /** Nobody decided in time, or OctoPrint forgot the question. */
        record Expired() implements Outcome {}

        /**
         * OctoPrint was asked too often.
         *
         * @param pause how long it will not listen, as far as can be told
         */
        record RateLimited(Duration pause) implements Outcome {}

        /** It knows no such dialogue; the key must be copied by hand. */
        record Unsupported() implements Outcome {}

        /** It did not come to a question, or the user gave up. */
        record Failed(Problem problem) implements Outcome {}
    }
}
