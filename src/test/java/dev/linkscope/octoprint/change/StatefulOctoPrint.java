package dev.linkscope.octoprint.change;

import dev.linkscope.domain.probe.TargetUrl;
import dev.linkscope.octoprint.RawServer;
import dev.linkscope.octoprint.RawServer.Answer;
import dev.linkscope.octoprint.Recorded;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * An OctoPrint on loopback that keeps what is saved, restarts by way of the replies that real ones
 * gave meanwhile, and can break off in the middle of a change.
 */
public final class StatefulOctoPrint implements AutoCloseable {
    public static final String KEY = "AAAAAAAAadminkey0123456789abcdef";
    static final String OPERATOR = "operatorkey";
    private static final Duration LEAVES = Duration.ofMillis(300);
    private static final Duration SAYS_NOT_FOUND = Duration.ofMillis(900);
    private static final Duration RESETS = Duration.ofMillis(1_500);

    /** When the connection breaks in a change. */
    enum Cut {
        NEVER,
        BEFORE,
        AFTER
    }

    final OctoPrintState state;
    volatile Cut cut = Cut.NEVER;
    volatile boolean canRestart = true;
    volatile boolean restarts = true;
    volatile boolean hasObico = true;
    volatile boolean firstRun;
    final AtomicInteger starts = new AtomicInteger();

    private final RawServer server;
    private final String version;
    private volatile long askedToRestart;

    /** A version: 1.8, 1.9, 1.10 or 1.11. */
    public StatefulOctoPrint(String version) throws IOException {
        this.version = version;
        state = new OctoPrintState(version);
        server = new RawServer().handling(this::answer);
    }

    public TargetUrl url() {
        return server.url();
    }

    /** Has these addresses of the camera from now on. */
    public void camera(String snapshot, String stream) {
        state.camera(snapshot, stream);
    }

    /** An address of the camera, {@code snapshot} or {@code stream}. */
    public String address(String name) {
        return state.address(name);
    }

    /** All that it holds. */
    public String all() {
        return state.all();
    }

    /** Requests that could change something, as {@code POST /path}. */
    public List<String> changing() {
        return server.requests().stream()
                .filter(request -> !request.startsWith("GET "))
                .map(request -> request.substring(0, request.indexOf(" HTTP/")))
                .toList();
    }

    private @Nullable Answer answer(String request) throws Exception {
        if (request.isEmpty()) {
            return null;
        }
        String[] words = request.split(" ", 3);
        Answer absent = absent(words[1]);
        if (absent != null) {
            return absent;
        }
        if (words[1].equals("/plugin/appkeys/probe")) {
            return Answer.text("HTTP/1.1 " + (firstRun ? "403 X" : "204 X") + "\r\n\r\n");
        }
        String key = key(request);
        if (firstRun || !(key.equals(KEY) || key.equals(OPERATOR))) {
            return unknown(words[0], words[1]);
        }
        if (words[1].equals("/api/currentuser")) {
            boolean admin = key.equals(KEY);
            return recorded(admin ? "op111-currentuser-key" : "op111-currentuser-operator");
        }
        String body = request.substring(request.indexOf("\r\n\r\n") + 4);
        return switch (words[0]) {
            case "GET" -> get(words[1], key.equals(KEY));
            default ->
                    key.equals(KEY)
                            ? change(words[0] + " " + words[1], body)
                            : recorded("op111-settings-anon");
        };
    }

    private static String key(String request) {
        return request.lines()
                .filter(line -> line.toLowerCase(Locale.ROOT).startsWith("x-api-key:"))
                .map(line -> line.substring(10).strip())
                .findFirst()
                .orElse("");
    }

    /** As it was on the way of a restart; null while it runs. */
    private @Nullable Answer absent(String path) {
        long asked = askedToRestart;
        if (asked == 0) {
            return null;
        }
        Duration since = Duration.ofNanos(System.nanoTime() - asked);
        if (since.compareTo(LEAVES) < 0) {
            return null;
        }
        if (since.compareTo(SAYS_NOT_FOUND) < 0) {
            return recordedAs(
                    path.equals("/")
                            ? "op111-startup-root-2.raw"
                            : "op111-startup-intermediary-2.raw");
        }
        if (since.compareTo(RESETS) < 0) {
            return out -> {};
        }
        askedToRestart = 0;
        starts.incrementAndGet();
        return null;
    }

    private Answer unknown(String method, String path) {
        if (!method.equals("GET")) {
            return recorded("op111-obico-badkey");
        }
        boolean who = path.equals("/api/currentuser");
        return recorded(who ? "op111-currentuser-badkey" : "op111-version-badkey");
    }

    private Answer get(String path, boolean admin) {
        return switch (path) {
            case "/api/version" -> recorded(version());
            case "/api/settings" -> json(state.settings);
            case "/api/job" -> json(JsonNodeFactory.instance.objectNode().put("state", state.job));
            case "/api/system/commands/core" -> admin ? commands() : forbidden();
            case "/plugin/logging/setup" -> admin ? setup() : forbidden();
            case "/plugin/logging/setup/levels" -> admin ? json(state.levels) : forbidden();
            default -> Answer.text("HTTP/1.1 404 NOT FOUND\r\n\r\n");
        };
    }

    private String version() {
        return switch (version) {
            case "1.8", "1.9" -> "op193-version";
            case "1.10" -> "op1103-version";
            default -> "op111-version";
        };
    }

    private static Answer forbidden() {
        return recorded("op111-settings-anon");
    }

    private Answer commands() {
        var list = JsonNodeFactory.instance.arrayNode();
        list.addObject().put("action", "shutdown").put("source", "core");
        if (canRestart) {
            list.addObject().put("action", "restart").put("source", "core");
        }
        return json(list);
    }

    private Answer setup() {
        var setup = JsonNodeFactory.instance.objectNode();
        setup.set("levels", state.levels);
        var loggers = setup.putArray("loggers").add("octoprint.util.comm").add("tornado.access");
        if (hasObico) {
            loggers.add("octoprint.plugins.obico");
        }
        return json(setup);
    }

    private Answer change(String request, String body) throws Exception {
        if (cut == Cut.BEFORE) {
            return out -> {};
        }
        JsonNode json = JsonMapper.shared().readTree(body);
        Answer answer =
                switch (request) {
                    case "POST /api/settings" -> {
                        state.save(json);
                        yield json(state.settings);
                    }
                    case "PUT /plugin/logging/setup/levels" -> {
                        state.levels((ObjectNode) json);
                        yield json(state.levels);
                    }
                    case "POST /api/system/commands/core/restart" -> restart();
                    case "POST /api/util/test" -> test(json);
                    default -> Answer.text("HTTP/1.1 404 NOT FOUND\r\n\r\n");
                };
        return cut == Cut.AFTER ? out -> {} : answer;
    }

    private Answer restart() {
        if (!canRestart) {
            return Answer.text("HTTP/1.1 404 NOT FOUND\r\n\r\n");
        }
        if (restarts) {
            askedToRestart = System.nanoTime();
        }
        return Answer.text("HTTP/1.1 204 NO CONTENT\r\n\r\n");
    }

    /** Its own test of an address: it reads the answer to its end. */
    private static Answer test(JsonNode command) throws InterruptedException {
        var reply = JsonNodeFactory.instance.objectNode();
        String url = command.path("url").asString("");
        reply.put("url", url);
        try (HttpClient client = HttpClient.newHttpClient()) {
            HttpResponse<byte[]> answer =
                    client.send(
                            HttpRequest.newBuilder(URI.create(url))
                                    .timeout(Duration.ofSeconds(5))
                                    .build(),
                            HttpResponse.BodyHandlers.ofByteArray());
            reply.put("status", answer.statusCode()).put("result", true);
            String type = answer.headers().firstValue("content-type").orElse("x/x");
            reply.putObject("response").put("assumed_content_type", type);
            if (type.startsWith("image/")) {
                String content = Base64.getEncoder().encodeToString(answer.body());
                ((ObjectNode) reply.path("response")).put("content", content);
            }
        } catch (IOException | IllegalArgumentException e) {
            reply.put("status", 0).put("result", false);
        }
        return json(reply);
    }

    private static Answer json(JsonNode json) {
        String reply = "HTTP/1.1 200 OK\r\nContent-Type: application/json\r\n\r\n" + json;
        return Answer.bytes(reply.getBytes(StandardCharsets.UTF_8));
    }

    private static Answer recorded(String name) {
        return recordedAs(name + ".http");
    }

    private static Answer recordedAs(String name) {
        return Answer.bytes(Recorded.bytes(name));
    }

    /** Its doors, for whoever has the key. */
    Door.Doors doors(String key, Door.@Nullable Way way) {
        return (printer, questions) -> new Door(url(), key.toCharArray(), way, false);
    }

    @Override
    public void close() throws IOException {
        server.close();
    }
}
