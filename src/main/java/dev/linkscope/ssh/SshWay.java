package dev.linkscope.ssh;

import dev.linkscope.domain.diagnosis.Failure;
import dev.linkscope.domain.diagnosis.FailureCode;
import dev.linkscope.domain.printer.Target;
import dev.linkscope.engine.port.ConnectProgress;
import dev.linkscope.engine.port.ConnectStep;
import dev.linkscope.engine.port.LinkException;
import dev.linkscope.engine.port.LinkQuestions;
import dev.linkscope.support.NamedThreads;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.atomic.AtomicReference;

/** The way to one target. Each connection is made anew; a refused login is never tried again. */
final class SshWay {
    private final Target.Ssh target;
    private final LinkQuestions questions;
    private final SshConnector connector;
    private volatile int connectMillis = Patience.CONNECT_MILLIS;

    SshWay(Target.Ssh target, LinkQuestions questions, SshConnector connector) {
        this.target = target;
        this.questions = questions;
        this.connector = connector;
    }

    /**
     * Connects and begins to use the connection. Neither the resolver nor a socket can be
     * interrupted, so a thread of its own does the work, and cutting the lifeline ends it.
     */
    <T> T connect(Use<T> use, ConnectProgress progress) throws LinkException {
        Lifeline lifeline = new Lifeline();
        AtomicReference<ConnectStep> current = new AtomicReference<>(ConnectStep.RESOLVE);
        ConnectProgress watched =
                (step, detail, took) -> {
                    current.set(Steps.after(step));
                    if (!lifeline.isCut()) {
                        progress.done(step, detail, took);
                    }
                };
        CompletableFuture<T> result = new CompletableFuture<>();
        Thread worker =
                NamedThreads.platform(
                        "ssh-connect " + shown(), () -> work(use, watched, lifeline, result));
        worker.start();
        try {
            return result.get();
        } catch (InterruptedException e) {
            lifeline.cut();
            worker.interrupt();
            Thread.currentThread().interrupt();
            throw new LinkException(
                    Failure.of(FailureCode.CANCELLED, shown()), current.get(), null);
        } catch (ExecutionException e) {
            switch (e.getCause()) {
                case LinkException failure -> throw failure;
                case RuntimeException mistake -> throw mistake;
                case Error error -> throw error;
                case null, default -> throw new IllegalStateException(e);
            }
        }
    }

    private <T> void work(
            Use<T> use, ConnectProgress progress, Lifeline lifeline, CompletableFuture<T> result) {
        try {
            SshConnection connection =
                    connector.connect(target, questions, progress, lifeline, connectMillis);
            result.complete(use.of(connection));
            connectMillis = Patience.RECONNECT_MILLIS;
        } catch (LinkException | RuntimeException | Error e) {
            lifeline.cut();
            result.completeExceptionally(e);
        }
    }

    /** The target without its user. */
    String shown() {
        return new Target.Ssh(target.host(), target.port(), null, null).display();
    }

    /**
     * What a connection is for.
     *
     * @param <T> what comes of it
     */
    @FunctionalInterface
    interface Use<T> {
        T of(SshConnection connection) throws LinkException;
    }
}
