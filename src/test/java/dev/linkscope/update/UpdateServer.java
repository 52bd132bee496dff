package dev.linkscope.update;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsServer;
import dev.linkscope.support.TestCertificates;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import okhttp3.HttpUrl;

/** A web server on loopback that has files, and tells what it was asked. */
public final class UpdateServer implements AutoCloseable {
    /** Where the announcement lies. */
    static final String MANIFEST = "/release/linkscope.json";

    static final String SIGNATURE = MANIFEST + ".sig";

    /** What was asked: all that the server learned. */
    public record Asked(String line, Map<String, List<String>> headers, String body) {}

    /** How a file is answered. */
    interface Answer {
        void to(HttpExchange exchange) throws IOException;
    }

    public final List<Asked> asked = new CopyOnWriteArrayList<>();
    private final Map<String, Answer> answers = new ConcurrentHashMap<>();
    private final CountDownLatch closed = new CountDownLatch(1);
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final HttpServer server;
    private final String scheme;

    private UpdateServer(HttpServer server, String scheme) throws IOException {
        this.server = server;
        this.scheme = scheme;
        server.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 10);
        server.setExecutor(threads);
        server.createContext("/", this::answer);
        server.start();
    }

    /** With TLS and one of the certificates of the agent's tests, such as {@code good}. */
    public static UpdateServer secured(String certificate) throws Exception {
        var server = HttpsServer.create();
        server.setHttpsConfigurator(new HttpsConfigurator(TestCertificates.identity(certificate)));
        return new UpdateServer(server, "https");
    }

    static UpdateServer plain() throws IOException {
        return new UpdateServer(HttpServer.create(), "http");
    }

    /** Answers a path with bytes, and tries to leave a cookie. */
    UpdateServer has(String path, byte[] bytes) {
        answers.put(
                path,
                exchange -> {
                    exchange.getResponseHeaders().add("Set-Cookie", "visitor=1; Path=/");
                    exchange.getResponseHeaders().add("ETag", "\"visitor-1\"");
                    exchange.sendResponseHeaders(200, bytes.length == 0 ? -1 : bytes.length);
                    exchange.getResponseBody().write(bytes);
                });
        return this;
    }

    /** Announces what is signed so. */
    public UpdateServer announces(byte[] manifest, byte[] signature) {
        return has(MANIFEST, manifest).has(SIGNATURE, signature);
    }

    UpdateServer status(String path, int status) {
        answers.put(path, exchange -> exchange.sendResponseHeaders(status, -1));
        return this;
    }

    UpdateServer redirects(String path, int status, String location) {
        answers.put(
                path,
                exchange -> {
                    exchange.getResponseHeaders().add("Location", location);
                    exchange.sendResponseHeaders(status, -1);
                });
        return this;
    }

    /** Sends without an end and without saying how much it is. */
    UpdateServer floods(String path) {
        answers.put(
                path,
                exchange -> {
                    exchange.sendResponseHeaders(200, 0);
                    var much = new byte[64 * 1024];
                    OutputStream out = exchange.getResponseBody();
                    for (int i = 0; i < 200; i++) {
                        out.write(much);
                    }
                });
        return this;
    }

    /** Begins to answer and does not go on. */
    UpdateServer hangs(String path) {
        answers.put(
                path,
                exchange -> {
                    exchange.sendResponseHeaders(200, 0);
                    exchange.getResponseBody().write('{');
                    exchange.getResponseBody().flush();
                    try {
                        closed.await(30, TimeUnit.SECONDS);
                    } catch (InterruptedException e) {
                        Thread.currentThread().interrupt();
                    }
                });
        return this;
    }

    private void answer(HttpExchange exchange) throws IOException {
        String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
        asked.add(
                new Asked(
                        exchange.getRequestMethod() + " " + exchange.getRequestURI(),
                        new TreeMap<>(exchange.getRequestHeaders()),
                        body));
        try (exchange) {
            answers.getOrDefault(
                            exchange.getRequestURI().getPath(),
                            other -> other.sendResponseHeaders(404, -1))
                    .to(exchange);
        }
    }

    public String address(String path) {
        return scheme + "://127.0.0.1:" + server.getAddress().getPort() + path;
    }

    HttpUrl manifest() {
        return HttpUrl.get(address(MANIFEST));
    }

    @Override
    public void close() {
        closed.countDown();
        server.stop(0);
        threads.shutdownNow();
    }
}
