package dev.linkscope.witness;

import dev.linkscope.domain.probe.Phase;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;

/** The reply to one GET, read within bounds and never past its announced length. */
final class HttpReply {
    private static final int HEAD_LIMIT = 65_536;
    private static final String MAGIC = "HTTP/";

    private final Attempt attempt;
    private final ReplyBytes bytes;
    private final Map<String, String> headers = new HashMap<>();
    private int status;

    private HttpReply(Attempt attempt, ReplyBytes bytes) {
        this.attempt = attempt;
        this.bytes = bytes;
    }

    /** Reads the head of the final reply. */
    static HttpReply read(Attempt attempt, Socket socket) throws IOException, AttemptFailed {
        var bytes = new ReplyBytes(attempt, socket);
        while (true) {
            var reply = new HttpReply(attempt, bytes);
            reply.readHead();
            if (reply.status / 100 != 1) {
                return reply;
            }
        }
    }

    /** Its status. */
    int status() {
        return status;
    }

    /** A header by its name in lower case; empty if there is none. */
    String header(String name) {
        return headers.getOrDefault(name, "");
    }

    /** The first bytes of the body, at most about {@code limit}. */
    String body(int limit) throws IOException, AttemptFailed {
        attempt.enter(Phase.BODY);
        var body = new ByteArrayOutputStream();
        String length = header("content-length");
        if (header("transfer-encoding").toLowerCase(Locale.ROOT).contains("chunked")) {
            readChunks(body, limit);
        } else if (isNumber(length)) {
            copy(body, Math.min(limit, Long.parseLong(length)));
        } else {
            for (int next = bytes.next(); next >= 0 && body.size() < limit; next = bytes.next()) {
                body.write(next);
            }
        }
        return body.toString(StandardCharsets.ISO_8859_1);
    }

    private void readChunks(ByteArrayOutputStream body, int limit)
            throws IOException, AttemptFailed {
        while (body.size() < limit) {
            String size = line("cut_off").split(";", 2)[0].strip();
            if (!size.matches("[0-9a-fA-F]{1,15}")) {
                throw new AttemptFailed("garbage");
            }
            long length = Long.parseLong(size, 16);
            if (length == 0) {
                return;
            }
            copy(body, Math.min(limit, length));
            if (body.size() < limit) {
                line("cut_off");
            }
        }
    }

    private void copy(ByteArrayOutputStream body, long length) throws IOException, AttemptFailed {
        for (long i = 0; i < length; i++) {
            int next = bytes.next();
            if (next < 0) {
                throw new AttemptFailed("cut_off");
            }
            body.write(next);
        }
    }

    private void readHead() throws IOException, AttemptFailed {
        for (int i = 0; i < MAGIC.length(); i++) {
            int next = bytes.next();
            if (next != MAGIC.charAt(i)) {
                throw new AttemptFailed(next < 0 ? "closed" : "garbage");
            }
        }
        String[] words = line("closed").split(" ", 3);
        if (words.length < 2 || !words[1].matches("[1-9][0-9]{2}")) {
            throw new AttemptFailed("garbage");
        }
        status = Integer.parseInt(words[1]);
        int total = 0;
        for (String line = line("closed"); !line.isEmpty(); line = line("closed")) {
            total += line.length();
            if (total > HEAD_LIMIT) {
                throw new AttemptFailed("garbage");
            }
            int colon = line.indexOf(':');
            if (colon > 0) {
                String name = line.substring(0, colon).strip().toLowerCase(Locale.ROOT);
                headers.put(name, line.substring(colon + 1).strip());
            }
        }
    }

    private String line(String atTheEnd) throws IOException, AttemptFailed {
        var line = new StringBuilder();
        for (int next = bytes.next(); next != '\n'; next = bytes.next()) {
            if (next < 0) {
                throw new AttemptFailed(atTheEnd);
            }
            if (line.length() > HEAD_LIMIT) {
                throw new AttemptFailed("garbage");
            }
            line.append((char) next);
        }
        int end = line.length();
        return end > 0 && line.charAt(end - 1) == '\r'
                ? line.substring(0, end - 1)
                : line.toString();
    }

    /** Whether it is a number of a length that can be read. */
    static boolean isNumber(String text) {
        return text.matches("[0-9]{1,18}");
    }
}
