package dev.linkscope.agent;

import java.io.InputStream;
import java.io.OutputStream;
import org.jspecify.annotations.Nullable;

/**
 * A command that was started somewhere with {@link AgentCommand#LINE}: an SSH exec channel or a
 * local process. Its methods may be called from any thread.
 */
public interface AgentStreams {
    /** What the command prints. Read by one thread only. */
    InputStream input();

    /** What the command reads. Written by one thread only. */
    OutputStream output();

    /**
     * The last lines of what the command printed to its error stream, at most about 2,000
     * characters; empty if nothing.
     */
    String errorTail();

    /**
     * Exit code of the command; null while it runs, when a signal ended it, or when the transport
     * broke before it came.
     */
    @Nullable Integer exitCode();

    /**
     * Whether the transport still stands. A command whose output ended over a standing transport
     * ended itself, even without an exit code: a signal ended it.
     */
    boolean connected();

    /** Ends the command and makes blocked reads and writes end. Idempotent; never throws. */
    void cut();
}
