package dev.linkscope.ssh;

import com.jcraft.jsch.ChannelExec;
import dev.linkscope.agent.AgentStreams;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/** A command that runs in a channel of its own. */
final class SshExec implements AgentStreams {
    /** Bytes read ahead; beyond it the session, and with it the Pi's writer, waits. */
    private static final int CAPACITY = 256 * 1024;

    private final ChannelExec channel;
    private final BooleanSupplier connected;
    private final Runnable cut;
    private final BytePipe pipe = new BytePipe(CAPACITY);
    private final TailBuffer errors = new TailBuffer();
    private final InputStream input = pipe.source();
    private final OutputStream output;

    /**
     * Prepares a channel that is not connected yet.
     *
     * @param connected whether the connection stands
     * @param cut ends the connection
     */
    SshExec(ChannelExec channel, BooleanSupplier connected, Runnable cut) throws IOException {
        this.channel = channel;
        this.connected = connected;
        this.cut = cut;
        channel.setOutputStream(pipe.sink());
        channel.setErrStream(errors);
        output = channel.getOutputStream();
    }

    @Override
    public InputStream input() {
        return input;
    }

    @Override
    public OutputStream output() {
        return output;
    }

    @Override
    public String errorTail() {
        return errors.text();
    }

    @Override
    public @Nullable Integer exitCode() {
        int status = channel.getExitStatus();
        return status < 0 ? null : status;
    }

    @Override
    public boolean connected() {
        return connected.getAsBoolean();
    }

    @Override
    public void cut() {
        cut.run();
        try {
            input.close();
        } catch (IOException e) {
            throw new IllegalStateException("a pipe closes without failing", e);
        }
    }
}
