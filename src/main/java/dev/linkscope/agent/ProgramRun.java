package dev.linkscope.agent;

import dev.linkscope.domain.diagnosis.Failure;
import dev.linkscope.domain.diagnosis.FailureCode;
import dev.linkscope.engine.port.LinkException;
import dev.linkscope.engine.port.PiProgram;
import dev.linkscope.support.NamedThreads;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One run of a command that reads something, prints something and ends. */
public final class ProgramRun {
    /** Exit codes may arrive a moment after the end of the output. */
    private static final int EXIT_TRIES = 40;

    private static final long EXIT_PAUSE_MILLIS = 25;

    private static final Logger LOG = LoggerFactory.getLogger(ProgramRun.class);

    private ProgramRun() {}

    /**
     * Writes the input, reads to the end and cuts the streams. The command's input stays open until
     * then, so that it can tell whether anybody waits. Blocks; interrupt the thread to cancel.
     *
     * @param host for failures
     * @param input not kept
     * @param longest after which the link counts as dead
     * @throws LinkException CANCELLED, LINK_SILENT, or LINK_BROKEN before the command ended
     */
    public static PiProgram.Output of(
            AgentStreams streams, String host, byte[] input, Duration longest)
            throws LinkException {
        var result = new CompletableFuture<PiProgram.Output>();
        // Writing cannot be interrupted; cutting ends it.
        NamedThreads.platform("program " + host, () -> work(streams, input, result)).start();
        try {
            return result.get(longest.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw failure(FailureCode.CANCELLED, host, null);
        } catch (TimeoutException e) {
            throw failure(FailureCode.LINK_SILENT, host, null);
        } catch (ExecutionException e) {
            throw failure(FailureCode.LINK_BROKEN, host, e.getCause());
        } finally {
            streams.cut();
        }
    }

    private static void work(
            AgentStreams streams, byte[] input, CompletableFuture<PiProgram.Output> result) {
        try {
            write(streams.output(), input);
            byte[] read = streams.input().readNBytes(PiProgram.MOST_BYTES);
            Integer exit = awaitExit(streams);
            if (exit == null && !streams.connected()) {
                throw new IOException("the connection ended before the command");
            }
            result.complete(
                    new PiProgram.Output(
                            new String(read, StandardCharsets.UTF_8),
                            streams.errorTail(),
                            exit == null ? -1 : exit));
        } catch (IOException | RuntimeException e) {
            result.completeExceptionally(e);
        }
    }

    /** A command that does not want to read tells why by what it prints. */
    private static void write(OutputStream output, byte[] input) {
        try {
            output.write(input);
            output.flush();
        } catch (IOException e) {
            LOG.debug("a command did not read its input", e);
        }
    }

    private static @Nullable Integer awaitExit(AgentStreams streams) {
        for (int i = 0; i < EXIT_TRIES && streams.exitCode() == null && streams.connected(); i++) {
            try {
                Thread.sleep(EXIT_PAUSE_MILLIS);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                break;
            }
        }
        return streams.exitCode();
    }

    private static LinkException failure(FailureCode code, String host, @Nullable Throwable cause) {
        return new LinkException(Failure.of(code, host), null, cause);
    }
}
