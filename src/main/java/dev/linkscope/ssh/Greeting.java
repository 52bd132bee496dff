package dev.linkscope.ssh;

import dev.linkscope.engine.port.ConnectStep;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * What a server sends first. SSH servers begin with a line of their version (RFC 4253, section
 * 4.2); others do not, and a server that refuses this computer says so in plain text. JSch drops
 * all of that, so it is kept here on its way.
 */
final class Greeting extends FilterInputStream {
    private static final int MAX_KEPT = 1024;

    /** A server may send other lines first; more than this is none of SSH's. */
    private static final int MAX_BYTES = 8192;

    private static final long MAX_NANOS =
            TimeUnit.MILLISECONDS.toNanos(2L * Patience.GREETING_MILLIS);

    private static final String VERSION_START = "SSH-";

    private final Steps steps;
    private final Timeout timeout;
    private final StringBuilder text = new StringBuilder();
    private @Nullable String version;
    private int bytes;
    private long begun;

    /**
     * Watches a stream until the version has come.
     *
     * @param timeout sets how long a read may wait
     */
    Greeting(InputStream in, Steps steps, Timeout timeout) {
        super(in);
        this.steps = steps;
        this.timeout = timeout;
    }

    /** Sets how long a read may wait. */
    @FunctionalInterface
    interface Timeout {
        void set(int millis) throws IOException;
    }

    /** What came before the version, or instead of it; at most 1,024 characters. */
    String text() {
        return text.toString();
    }

    /** The server's version, such as {@code OpenSSH 10.0p2 Debian-7}; null if none came. */
    @Nullable String version() {
        return version;
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] target, int offset, int length) throws IOException {
        if (version != null) {
            return super.read(target, offset, length);
        }
        if (bytes == 0) {
            begun = System.nanoTime();
            timeout.set(Patience.GREETING_MILLIS);
        } else if (bytes > MAX_BYTES || System.nanoTime() - begun > MAX_NANOS) {
            // Some servers keep intruders busy with an endless greeting.
            throw new IOException("no SSH version in the greeting");
        }
        // One byte at a time: nothing after the version belongs to the greeting.
        int count = super.read(target, offset, Math.min(1, length));
        if (count > 0) {
            bytes++;
            keep((char) (target[offset] & 0xff));
        }
        return count;
    }

    private void keep(char c) throws IOException {
        if (text.length() < MAX_KEPT) {
            text.append(c);
        }
        int start = text.lastIndexOf("\n", text.length() - 2) + 1;
        if (c == '\n' && text.indexOf(VERSION_START, start) == start) {
            version = readable(text.substring(start));
            timeout.set(Patience.LOGIN_MILLIS);
            steps.done(ConnectStep.REACH, version);
        }
    }

    private static String readable(String line) {
        int dash = line.indexOf('-', VERSION_START.length());
        String software =
                new String(
                        line.substring(dash + 1).getBytes(StandardCharsets.ISO_8859_1),
                        StandardCharsets.US_ASCII);
        return Printable.line(software.replace('_', ' '));
    }
}
