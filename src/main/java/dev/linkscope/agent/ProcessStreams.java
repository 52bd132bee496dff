package dev.linkscope.agent;

import dev.linkscope.support.NamedThreads;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The streams of a local process. Cutting them leaves no process behind. */
final class ProcessStreams implements AgentStreams {
    private static final Logger LOG = LoggerFactory.getLogger(ProcessStreams.class);
    private static final int TAIL = 2000;
    private static final long GRACE_MILLIS = 500;

    private final Process process;
    private final StringBuilder errors = new StringBuilder();
    private final Thread reader;

    ProcessStreams(Process process) {
        this.process = process;
        reader = NamedThreads.platform("agent-errors-" + process.pid(), this::readErrors);
        reader.start();
    }

    @Override
    public InputStream input() {
        return process.getInputStream();
    }

    @Override
    public OutputStream output() {
        return process.getOutputStream();
    }

    @Override
    public String errorTail() {
        awaitLastErrors();
        synchronized (errors) {
            return errors.toString();
        }
    }

    // What a process said last may still be on its way when it has ended; what it left behind in
    // the background may hold the stream open for ever.
    private void awaitLastErrors() {
        try {
            if (!process.isAlive()) {
                reader.join(GRACE_MILLIS);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public @Nullable Integer exitCode() {
        return process.isAlive() ? null : process.exitValue();
    }

    @Override
    public boolean connected() {
        return true;
    }

    /** The agent leaves by itself at the end of its input; what does not is killed. */
    @Override
    public void cut() {
        process.toHandle().descendants().forEach(ProcessHandle::destroyForcibly);
        process.destroy();
        try {
            if (!process.waitFor(GRACE_MILLIS, TimeUnit.MILLISECONDS)) {
                process.destroyForcibly();
            }
        } catch (InterruptedException e) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
        }
    }

    private void readErrors() {
        byte[] buffer = new byte[1024];
        try (InputStream in = process.getErrorStream()) {
            for (int count = in.read(buffer); count >= 0; count = in.read(buffer)) {
                synchronized (errors) {
                    errors.append(new String(buffer, 0, count, StandardCharsets.UTF_8));
                    errors.delete(0, Math.max(0, errors.length() - TAIL));
                }
            }
        } catch (IOException e) {
            LOG.trace("Error stream of a local agent closed", e);
        }
    }
}
