package dev.linkscope.octoprint;

import dev.linkscope.domain.probe.TargetUrl;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A server on loopback that answers with bytes, whatever they are. */
public final class RawServer implements AutoCloseable {
    private static final Pattern LENGTH = Pattern.compile("(?i)content-length: (\\d+)");

    /** Writes a reply; may be slow, or never end. */
    @FunctionalInterface
    public interface Answer {
        void write(OutputStream out) throws Exception;

        static Answer bytes(byte[] bytes) {
            return out -> out.write(bytes);
        }

        static Answer recorded(String name) {
            return bytes(Recorded.bytes(name));
        }

        static Answer text(String text) {
            return bytes(text.getBytes(StandardCharsets.ISO_8859_1));
        }

        static Answer json(int status, String json) {
            return text(
                    "HTTP/1.1 %d X\r\nContent-Type: application/json\r\n\r\n%s"
                            .formatted(status, json));
        }
    }

    /** Answers by a whole request, its body included. */
    @FunctionalInterface
    public interface Handler {
        /** Null to answer as if there were no handler. */
        Answer answer(String request) throws Exception;
    }

    private final ServerSocket server;
    private final Map<String, Answer> answers = new ConcurrentHashMap<>();
    private final List<String> requests = new CopyOnWriteArrayList<>();
    private volatile Handler handler = request -> null;
    private volatile Answer otherwise = Answer.text("HTTP/1.1 404 NOT FOUND\r\n\r\n");

    public RawServer() throws IOException {
        server = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        Thread.ofVirtual().start(this::serve);
    }

    /** What it answers to a path, query included. */
    public RawServer at(String path, Answer answer) {
        answers.put(path, answer);
        return this;
    }

    /** What it answers to everything that the handler does not answer itself. */
    public RawServer handling(Handler other) {
        handler = other;
        return this;
    }

    public RawServer otherwise(Answer answer) {
        otherwise = answer;
        return this;
    }

    public int port() {
        return server.getLocalPort();
    }

    public TargetUrl url() {
        return new TargetUrl("http://127.0.0.1:" + port());
    }

    /** Heads and bodies of all requests so far, in order. */
    public List<String> requests() {
        return requests;
    }

    private void serve() {
        while (!server.isClosed()) {
            try {
                Socket socket = server.accept();
                Thread.ofVirtual().start(() -> answer(socket));
            } catch (IOException e) {
                // Closed.
            }
        }
    }

    private void answer(Socket socket) {
        try (socket) {
            String request = request(socket.getInputStream());
            requests.add(request);
            String[] words = request.split(" ", 3);
            if (words.length == 3) {
                Answer own = handler.answer(request);
                Answer answer = own == null ? answers.getOrDefault(words[1], otherwise) : own;
                answer.write(socket.getOutputStream());
            }
        } catch (Exception e) {
            // The client hung up, as it may.
        }
    }

    private static String request(InputStream in) throws IOException {
        var bytes = new ByteArrayOutputStream();
        while (!bytes.toString(StandardCharsets.ISO_8859_1).contains("\r\n\r\n")) {
            int next = in.read();
            if (next < 0) {
                return "";
            }
            bytes.write(next);
        }
        String head = bytes.toString(StandardCharsets.ISO_8859_1);
        Matcher length = LENGTH.matcher(head.toLowerCase(Locale.ROOT));
        int size = length.find() ? Integer.parseInt(length.group(1)) : 0;
        return head + new String(in.readNBytes(size), StandardCharsets.UTF_8);
    }

    @Override
    public void close() throws IOException {
        server.close();
    }
}
