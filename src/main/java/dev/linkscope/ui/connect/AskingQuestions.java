package dev.linkscope.ui.connect;

import dev.linkscope.domain.probe.TargetUrl;
import dev.linkscope.engine.port.LinkQuestions;
import java.util.List;
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
    private final Consumer<TargetUrl> browser;
    private final Runnable done;

    /**
     * Questions for a user.
     *
     * @param ui the window's thread
     * @param asker shows a question; called on the window's thread
     */
    public AskingQuestions(Executor ui, Consumer<Question> asker) {
        this(ui, asker, page -> {}, () -> {});
    }

    /**
     * Questions for a user, some of which are answered in the browser.
     *
     * @param browser opens a page; called on any thread, must return at once
     * @param done takes away a question that was answered elsewhere; on the window's thread
     */
    public AskingQuestions(
            Executor ui, Consumer<Question> asker, Consumer<TargetUrl> browser, Runnable done) {
        this.ui = ui;
        this.asker = asker;
        this.browser = browser;
        this.done = done;
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

    @Override
    public void decide(TargetUrl page) {
        Thread waiting = Thread.currentThread();
        Runnable open = () -> browser.accept(page);
        open.run();
        ui.execute(() -> asker.accept(new Question.DecideThere(open, waiting::interrupt)));
    }

    @Override
    public boolean mayReadKey(String host) {
        var answer = new CompletableFuture<Boolean>();
        return ask(new Question.ReadKey(host, answer), answer, false);
    }

    @Override
    public int whichOctoPrint(List<String> addresses) {
        var answer = new CompletableFuture<Integer>();
        return ask(new Question.WhichOctoPrint(addresses, answer), answer, 0);
    }

    @Override
    public void decided() {
        ui.execute(done);
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
