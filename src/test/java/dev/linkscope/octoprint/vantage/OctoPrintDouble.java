package dev.linkscope.octoprint.vantage;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.linkscope.engine.port.PrinterApiException;
import dev.linkscope.engine.port.PrinterApiException.Problem;
import dev.linkscope.octoprint.Calls;
import dev.linkscope.octoprint.reading.Recorded;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A web server that answers {@code /api/util/test} with recorded replies, and a plain client. */
final class OctoPrintDouble implements Calls, AutoCloseable {
    static final String SERVER = "server";
    static final String CAMERA = "camera";
    static final String NAME = "name";
    static final String PORT = "port";

    private static final String OBICO =
            """
            HTTP/1.1 200 OK

            {"response": {"assumed_content_type": "application/json"}, "result": true,
             "status": 401, "url": "x"}
            """;

    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final HttpClient client =
            HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(5)).build();
    private final Map<String, Reply> replies = new ConcurrentHashMap<>();
    private final List<JsonNode> commands = new CopyOnWriteArrayList<>();
    private final AtomicInteger under = new AtomicInteger();
    private final AtomicInteger most = new AtomicInteger();
    private volatile HttpServer server;
    private volatile String all = "";

    private record Reply(String recording, Duration after) {}

    OctoPrintDouble() throws IOException {
        replies.put(SERVER, new Reply(OBICO, Duration.ZERO));
        reply(CAMERA, "op1103-utiltest-url-snapshot-ok.http");
        reply(NAME, "op1103-utiltest-resolution-localhost.http");
        reply(PORT, "op1103-utiltest-server-ok.http");
        server = listen(0);
    }

    private HttpServer listen(int port) throws IOException {
        var made =
                HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 0);
        made.createContext("/api/version", exchange -> answer(exchange, version()));
        made.createContext("/api/util/test", this::test);
        made.setExecutor(threads);
        made.start();
        return made;
    }

    private String version() {
        return all.isEmpty() ? Recorded.text("op1103-version.http") : Recorded.text(all);
    }

    /** From now on a test of that kind is answered so. */
    void reply(String kind, String recording) {
        replies.put(kind, new Reply(Recorded.text(recording), Duration.ZERO));
    }

    /** From now on a test of that kind is answered so, and only after a while. */
    void replyAfter(String kind, String recording, Duration after) {
        replies.put(kind, new Reply(Recorded.text(recording), after));
    }

    /** From now on a test of that kind is answered with this JSON. */
    void replyWith(String kind, String json) {
        replies.put(
                kind, new Reply("HTTP/1.1 200 OK\n\n" + json.replace('\'', '"'), Duration.ZERO));
    }

    /** From now on the version is answered so too, whatever is asked. */
    void replyToAll(String recording) {
        all = recording;
    }

    /** OctoPrint restarts. */
    void stop() {
        server.stop(0);
    }

    /** It is back, on the same port. */
    void restart() throws IOException {
        server = listen(server.getAddress().getPort());
    }

    /** The most tests that were under way at once. */
    int mostAtOnce() {
        return most.get();
    }

    /** Commands in the order in which they came. */
    List<JsonNode> commands() {
        return List.copyOf(commands);
    }

    private void test(HttpExchange exchange) throws IOException {
        most.accumulateAndGet(under.incrementAndGet(), Math::max);
        try {
            JsonNode command = JsonMapper.shared().readTree(exchange.getRequestBody());
            commands.add(command);
            Reply reply = replies.get(kind(command));
            Thread.sleep(reply.after());
            answer(exchange, all.isEmpty() ? reply.recording() : Recorded.text(all));
        } catch (InterruptedException e) {
            exchange.close();
        } finally {
            under.decrementAndGet();
        }
    }

    private static String kind(JsonNode command) {
        return switch (command.path("command").asString("")) {
            case "resolution" -> NAME;
            case "server" -> PORT;
            default -> command.has("response") ? CAMERA : SERVER;
        };
    }

    private static void answer(HttpExchange exchange, String recording) throws IOException {
        String text = recording.replace("\r\n", "\n");
        byte[] body = text.substring(text.indexOf("\n\n") + 2).getBytes(StandardCharsets.UTF_8);
        int status = Integer.parseInt(text.split(" ", 3)[1]);
        exchange.sendResponseHeaders(status, body.length == 0 ? -1 : body.length);
        exchange.getResponseBody().write(body);
        exchange.close();
    }

    @Override
    public JsonNode get(String path) throws PrinterApiException {
        return send(request(path).GET());
    }

    @Override
    public JsonNode post(String path, JsonNode body) throws PrinterApiException {
        return send(request(path).POST(HttpRequest.BodyPublishers.ofString(body.toString())));
    }

    private HttpRequest.Builder request(String path) {
        int port = server.getAddress().getPort();
        return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
                .timeout(Duration.ofSeconds(30));
    }

    private JsonNode send(HttpRequest.Builder request) throws PrinterApiException {
        try {
            HttpResponse<String> response =
                    client.send(request.build(), HttpResponse.BodyHandlers.ofString());
            return switch (response.statusCode()) {
                case 200 -> JsonMapper.shared().readTree(response.body());
                case 403 -> throw new PrinterApiException(Problem.NO_PERMISSION);
                case 503 -> throw new PrinterApiException(Problem.DOWN);
                default -> throw new PrinterApiException(Problem.GARBAGE);
            };
        } catch (IOException e) {
            throw new PrinterApiException(Problem.UNREACHABLE);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new PrinterApiException(Problem.CANCELLED);
        }
    }

    @Override
    public void close() {
        server.stop(0);
        client.shutdownNow();
        threads.shutdownNow();
    }

    @Override
    public <T> T text(String path, TextReader<T> reader) throws PrinterApiException {
        throw new PrinterApiException(PrinterApiException.Problem.NOT_THERE);
    }
}
