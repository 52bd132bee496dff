package dev.linkscope.ui.connect;

import dev.linkscope.engine.port.LinkQuestions;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Puts a link's questions to the user and lets the connecting thread wait for the answer. Interrupt
 * that thread to withdraw the question.
 */
public final class AskingQuestions implements LinkQuestions {
    private final Executor ui;
    private final Consumer<Question> asker;

    /**
     * Questions for a user.
     *
     * @param ui the window's thread
     * @param asker shows a question; called on the window's thread
     */
    public AskingQuestions(Executor ui, Consumer<Question> asker) {
        this.ui = ui;
        this.asker = asker;
    }

    @Override
    public boolean acceptHostKey(HostKey key) {
        var answer = new CompletableFuture<Boolean>();
        return ask(new Question.TrustHostKey(key, answer), answer, false);
    }

    @Override
    public char @Nullable [] secret(SecretQuestion question) {
        var answer = new CompletableFuture<Optional<char[]>>();
        return ask(new Question.TellSecret(question, answer), answer, Optional.<char[]>empty())
                .orElse(null);
    }

    private <T> T ask(Question question, CompletableFuture<T> answer, T none) {
        ui.execute(() -> asker.accept(question));
        try {
            return answer.get();
        } catch (InterruptedException e) {
            question.refuse();
            Thread.currentThread().interrupt();
            return none;
        } catch (ExecutionException e) {
            throw new IllegalStateException("an answer is never completed with a failure", e);
        }
    }
}
