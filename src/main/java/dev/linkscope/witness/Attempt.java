package dev.linkscope.witness;

import dev.linkscope.domain.probe.Phase;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * One attempt and its deadline. Each wait gets what is left; whoever drips through all of them is
 * cut off from outside.
 */
final class Attempt implements AutoCloseable {
    private final long end;
    private volatile Phase phase = Phase.CONNECT;
    private volatile boolean closed;
    private @Nullable Socket socket;

    Attempt(Duration deadline) {
        end = System.nanoTime() + deadline.toNanos();
    }

    /** The part that begins now. */
    void enter(Phase next) {
        phase = next;
    }

    /** The part under way. */
    Phase phase() {
        return phase;
    }

    /** Whether its time is up. */
    boolean isOver() {
        return System.nanoTime() - end >= 0;
    }

    /** Milliseconds left, at least one. */
    int left() throws AttemptFailed {
        long millis = TimeUnit.NANOSECONDS.toMillis(end - System.nanoTime());
        if (millis <= 0) {
            throw new AttemptFailed("timeout");
        }
        return Math.toIntExact(millis);
    }

    /**
     * A TCP connection, which ends with this attempt.
     *
     * @param millis how long to wait for it
     */
    Socket connect(InetAddress address, int port, int millis) throws IOException {
        var fresh = new Socket();
        own(fresh);
        try {
            fresh.setTcpNoDelay(true);
            fresh.connect(new InetSocketAddress(address, port), millis);
            return fresh;
        } catch (IOException e) {
            fresh.close();
            throw e;
        }
    }

    private synchronized void own(Socket fresh) throws IOException {
        if (closed) {
            fresh.close();
        }
        socket = fresh;
    }

    /** Closes its socket, whoever waits for it; from any thread. */
    @Override
    public synchronized void close() {
        closed = true;
        if (socket != null) {
            try {
                socket.close();
            } catch (IOException e) {
                socket = null; // It is of no use either way.
            }
        }
    }
}
