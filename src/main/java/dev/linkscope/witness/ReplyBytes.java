package dev.linkscope.witness;

import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;

/** Bytes of a socket, each waited for no longer than the attempt has time. */
final class ReplyBytes {
    private final Attempt attempt;
    private final Socket socket;
    private final InputStream in;
    private final byte[] buffer = new byte[8_192];
    private int from;
    private int end;

    ReplyBytes(Attempt attempt, Socket socket) throws IOException {
        this.attempt = attempt;
        this.socket = socket;
        this.in = socket.getInputStream();
    }

    /** The next byte, or -1 at the end. */
    int next() throws IOException, AttemptFailed {
        if (from == end) {
            socket.setSoTimeout(attempt.left());
            int read = in.read(buffer);
            if (read <= 0) {
                return -1;
            }
            from = 0;
            end = read;
        }
        return buffer[from++] & 0xff;
    }
}
