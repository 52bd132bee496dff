package dev.linkscope.ui.connect;

import dev.linkscope.engine.port.LinkQuestions.HostKey;
import dev.linkscope.engine.port.LinkQuestions.SecretQuestion;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;

/** Something a link waits for the user to answer. Any thread may complete the answer. */
public sealed interface Question {
    /** Answers as somebody who does not want to. */
    void refuse();

    /**
     * Whether a host key seen for the first time is right.
     *
     * @param key the key
     * @param answer whether to trust it
     */
    record TrustHostKey(HostKey key, CompletableFuture<Boolean> answer) implements Question {
        @Override
        public void refuse() {
            answer.complete(false);
        }
    }

    /**
     * A password or passphrase.
     *
     * @param asked what for
     * @param answer the secret, to be wiped by whoever asked; empty for none
     */
    record TellSecret(SecretQuestion asked, CompletableFuture<Optional<char[]>> answer)
            implements Question {
        @Override
        public void refuse() {
            answer.complete(Optional.empty());
        }
    }

    /**
     * Whether OctoPrint's own key may be read over SSH.
     *
     * @param host where
     * @param answer whether it may
     */
    record ReadKey(String host, CompletableFuture<Boolean> answer) implements Question {
        @Override
        public void refuse() {
            answer.complete(false);
        }
    }

    /**
     * Which of several OctoPrints on a host is meant.
     *
     * @param addresses at least two, the likeliest first
     * @param answer its index
     */
    record WhichOctoPrint(List<String> addresses, CompletableFuture<Integer> answer)
            implements Question {
        @Override
        public void refuse() {
            answer.complete(0);
        }
    }

    /**
     * The user decides on a page in the browser; whoever asked hears of it there.
     *
     * @param open opens the page again
     * @param giveUp stops the waiting
     */
    record DecideThere(Runnable open, Runnable giveUp) implements Question {
        @Override
        public void refuse() {
            giveUp.run();
        }
    }
}
