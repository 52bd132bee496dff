package dev.linkscope.ssh;

import com.jcraft.jsch.ChannelExec;
import dev.linkscope.agent.AgentStreams;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** A command that runs in a channel of its own. */
final class SshExec implements AgentStreams {
    /** Bytes read ahead; beyond it the session, and with it the Pi's writer, waits. */
    private static final int CAPACITY = 256 * 1024;

    /** How long the exit code may come after the end of the output. */
    private static final long EXIT_NANOS = TimeUnit.MILLISECONDS.toNanos(500);

    private final ChannelExec channel;
    private final Runnable cut;
    private final BytePipe pipe = new BytePipe(CAPACITY);
    private final TailBuffer errors = new TailBuffer();
    private final InputStream input = new UntilExit(pipe.source());
    private final OutputStream output;

    /**
     * Prepares a channel that is not connected yet.
     *
     * @param cut ends the connection
     */
    SshExec(ChannelExec channel, Runnable cut) throws IOException {
        this.channel = channel;
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
    public void cut() {
        cut.run();
        try {
            input.close();
        } catch (IOException e) {
            throw new IllegalStateException("a pipe closes without failing", e);
        }
    }

    /**
     * Holds back the end of the stream until the exit code had a chance to arrive: servers send it
     * after the end of the output, and who sees the end asks for the code next.
     */
    private final class UntilExit extends FilterInputStream {
        UntilExit(InputStream in) {
            super(in);
        }

        @Override
        public int read() throws IOException {
            byte[] one = new byte[1];
            return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
        }

        @Override
        public int read(byte[] target, int offset, int length) throws IOException {
            int count = super.read(target, offset, length);
            if (count < 0) {
                awaitExit();
            }
            return count;
        }

        private void awaitExit() {
            long end = System.nanoTime() + EXIT_NANOS;
            try {
                while (!channel.isClosed() && channel.isConnected() && System.nanoTime() < end) {
                    TimeUnit.MILLISECONDS.sleep(10);
                }
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
    }
}
