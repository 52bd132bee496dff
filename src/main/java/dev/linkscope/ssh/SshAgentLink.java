package dev.linkscope.ssh;

import dev.linkscope.agent.AgentCommand;
import dev.linkscope.agent.AgentConversation;
import dev.linkscope.agent.Limits;
import dev.linkscope.domain.diagnosis.Failure;
import dev.linkscope.domain.diagnosis.FailureCode;
import dev.linkscope.domain.printer.Target;
import dev.linkscope.engine.port.AgentChannel;
import dev.linkscope.engine.port.AgentLink;
import dev.linkscope.engine.port.AgentRequest;
import dev.linkscope.engine.port.ConnectProgress;
import dev.linkscope.engine.port.ConnectStep;
import dev.linkscope.engine.port.LinkException;
import dev.linkscope.engine.port.LinkQuestions;
import dev.linkscope.support.NamedThreads;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.atomic.AtomicReference;

/**
 * The way to one printer over SSH. Each {@link #open} is a connection of its own. A refused login
 * is never tried again here.
 */
final class SshAgentLink implements AgentLink {
    private final Target.Ssh target;
    private final LinkQuestions questions;
    private final SshConnector connector;
    private volatile int connectMillis = Patience.CONNECT_MILLIS;

    SshAgentLink(Target.Ssh target, LinkQuestions questions, SshConnector connector) {
        this.target = target;
        this.questions = questions;
        this.connector = connector;
    }

    @Override
    public AgentChannel open(AgentRequest request, ConnectProgress progress) throws LinkException {
        SshExec exec = start(AgentCommand.LINE, progress);
        return AgentConversation.start(exec, shown(), request, progress, Limits.standard());
    }

    /**
     * Connects and starts a command. Neither the resolver nor a socket can be interrupted, so a
     * thread of its own does the work, and cutting the lifeline ends it.
     */
    SshExec start(String command, ConnectProgress progress) throws LinkException {
        Lifeline lifeline = new Lifeline();
        AtomicReference<ConnectStep> current = new AtomicReference<>(ConnectStep.RESOLVE);
        ConnectProgress watched =
                (step, detail, took) -> {
                    current.set(Steps.after(step));
                    if (!lifeline.isCut()) {
                        progress.done(step, detail, took);
                    }
                };
        CompletableFuture<SshExec> result = new CompletableFuture<>();
        Thread worker =
                NamedThreads.platform(
                        "ssh-connect " + shown(), () -> work(command, watched, lifeline, result));
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

    private void work(
            String command,
            ConnectProgress progress,
            Lifeline lifeline,
            CompletableFuture<SshExec> result) {
        try {
            SshConnection connection =
                    connector.connect(target, questions, progress, lifeline, connectMillis);
            result.complete(connection.exec(command));
            connectMillis = Patience.RECONNECT_MILLIS;
        } catch (LinkException | RuntimeException | Error e) {
            lifeline.cut();
            result.completeExceptionally(e);
        }
    }

    private String shown() {
        return new Target.Ssh(target.host(), target.port(), null, null).display();
    }
}
