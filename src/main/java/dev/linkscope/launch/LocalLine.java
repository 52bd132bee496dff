package dev.linkscope.launch;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.SocketTimeoutException;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.time.Duration;

/** One line of ASCII over a local socket, bounded in length and in time. */
final class LocalLine {
    private LocalLine() {}

    /**
     * Reads up to the end of a line.
     *
     * @param most bytes that are read at the most
     * @throws SocketTimeoutException if it does not come in time
     * @throws IOException if it is too long, or the other side closes before its end
     */
    static String read(SocketChannel from, int most, Duration patience) throws IOException {
        var line = new ByteArrayOutputStream();
        var buffer = ByteBuffer.allocate(1024);
        try (var ready = new Ready(from, SelectionKey.OP_READ, patience)) {
            while (true) {
                ready.await();
                if (from.read(buffer.clear()) < 0) {
                    throw new IOException("closed within a line");
                }
                buffer.flip();
                while (buffer.hasRemaining()) {
                    byte next = buffer.get();
                    if (next == '\n') {
                        return line.toString(StandardCharsets.US_ASCII);
                    }
                    line.write(next);
                    if (line.size() > most) {
                        throw new IOException("a line is too long");
                    }
                }
            }
        }
    }

    /**
     * Writes a line and its end.
     *
     * @throws SocketTimeoutException if the other side does not take it in time
     */
    static void write(SocketChannel to, String line, Duration patience) throws IOException {
        var bytes = ByteBuffer.wrap((line + "\n").getBytes(StandardCharsets.US_ASCII));
        try (var ready = new Ready(to, SelectionKey.OP_WRITE, patience)) {
            while (bytes.hasRemaining()) {
                ready.await();
                to.write(bytes);
            }
        }
    }

    /** Waits for a channel, all in all no longer than its patience. */
    private static final class Ready implements AutoCloseable {
        private final Selector selector;
        private final long end;

        Ready(SocketChannel channel, int operation, Duration patience) throws IOException {
            channel.configureBlocking(false);
            selector = channel.provider().openSelector();
            channel.register(selector, operation);
            end = System.nanoTime() + patience.toNanos();
        }

        void await() throws IOException {
            long left = (end - System.nanoTime()) / 1_000_000;
            selector.selectedKeys().clear();
            if (left <= 0 || selector.select(left) == 0) {
                throw new SocketTimeoutException("the other side does not answer");
            }
        }

        @Override
        public void close() throws IOException {
            selector.close();
        }
    }
}
