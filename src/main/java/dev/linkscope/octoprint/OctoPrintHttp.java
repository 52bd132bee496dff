package dev.linkscope.octoprint;

import dev.linkscope.domain.probe.TargetUrl;
import dev.linkscope.engine.port.PrinterApiException;
import dev.linkscope.engine.port.PrinterApiException.Problem;
import dev.linkscope.engine.port.Tunnel;
import dev.linkscope.support.NewestLines;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import okhttp3.HttpUrl;
import okhttp3.MediaType;
import okhttp3.Request;
import okhttp3.RequestBody;
import okhttp3.Response;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.databind.JsonNode;

/** Calls to one OctoPrint with the key of its user. Thread-safe. */
public final class OctoPrintHttp implements Calls, AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(OctoPrintHttp.class);
    private static final MediaType JSON = MediaType.get("application/json");

    /** A Pi that swaps takes its time for the settings of many plugins. */
    private static final Duration LONGEST = Duration.ofSeconds(20);

    private static final Duration LONGEST_TEXT = Duration.ofMinutes(2);
    private static final long MOST_TEXT_BYTES = 32L << 20;
    private static final Duration BETWEEN_LOOKS = Duration.ofSeconds(2);

    private static final String PROBE = "/plugin/appkeys/probe";
    private static final String CURRENT_USER = "/api/currentuser";

    private final HttpUrl base;
    private final ApiKey key;
    private final WebServer server;

    /**
     * Calls to an address.
     *
     * @param base its address, such as {@code http://octopi.local}
     * @param key copied, and the copy wiped by {@link #close}; empty for a server that wants none
     * @param tunnel opens connections; null to connect from this computer
     * @throws IllegalArgumentException if {@link #isUsable} does not hold
     */
    public OctoPrintHttp(TargetUrl base, char[] key, @Nullable Tunnel tunnel) {
        this.base =
                BaseUrl.of(base)
                        .orElseThrow(() -> new IllegalArgumentException("no usable address"));
        this.key = new ApiKey(key);
        server = new WebServer(this.base, new HttpExchange(tunnel));
    }

    /** Whether it is an address of a web server, without user name, password and query. */
    public static boolean isUsable(TargetUrl base) {
        return BaseUrl.of(base).isPresent();
    }

    @Override
    public JsonNode get(String path) throws PrinterApiException {
        return json(request(path).build(), path);
    }

    @Override
    public JsonNode post(String path, JsonNode body) throws PrinterApiException {
        return json(request(path).post(content(body)).build(), path);
    }

    @Override
    public JsonNode put(String path, JsonNode body) throws PrinterApiException {
        return json(request(path).put(content(body)).build(), path);
    }

    private static RequestBody content(JsonNode body) {
        return RequestBody.create(body.toString().getBytes(StandardCharsets.UTF_8), JSON);
    }

    /**
     * Whose key it is.
     *
     * @throws PrinterApiException {@link Problem#WRONG_KEY} if it is nobody's
     */
    public User user() throws PrinterApiException {
        JsonNode json = get(CURRENT_USER);
        // Since OctoPrint 1.11, whoever is not known is a guest without a name.
        String name = json.path("name").asString("");
        if (name.isEmpty()) {
            throw new PrinterApiException(isFirstRun() ? Problem.NOT_SET_UP : Problem.WRONG_KEY);
        }
        Set<String> permissions = new HashSet<>();
        json.path("permissions").forEach(one -> permissions.add(one.asString("")));
        return new User(name, permissions);
    }

    /**
     * Whether a plugin with an API is installed, enabled and not held back by safe mode. Asks
     * without a key: with one, newer versions write a line into OctoPrint's log.
     */
    public boolean hasPlugin(String identifier) throws PrinterApiException {
        String path = "/api/plugin/" + identifier;
        Reply reply = reply(anonymous(path));
        return switch (reply.status()) {
            case 200, 204, 403 -> true;
            case 404 -> false;
            default ->
                    throw new PrinterApiException(
                            ReplyProblem.of(reply, path).orElse(Problem.GARBAGE));
        };
    }

    /**
     * Waits until OctoPrint runs. What it says on its way there, nothing included, is waited out.
     *
     * @throws PrinterApiException as it stands in the end, or {@link Problem#CANCELLED}
     */
    public void awaitStart(Duration longest) throws PrinterApiException {
        long end = System.nanoTime() + longest.toNanos();
        while (true) {
            try {
                get("/api/version");
                return;
            } catch (PrinterApiException e) {
                boolean passing =
                        switch (e.problem()) {
                            // Garbage: its front page was on its way out too.
                            case UNREACHABLE, STARTING, DOWN, GARBAGE -> true;
                            default -> false;
                        };
                if (!passing || System.nanoTime() + BETWEEN_LOOKS.toNanos() - end > 0) {
                    throw e;
                }
            }
            Pause.of(BETWEEN_LOOKS);
        }
    }

    @Override
    public <T> T text(String path, TextReader<T> reader) throws PrinterApiException {
        return text(request(path).build(), path, reader);
    }

    /**
     * The newest part of a text, whole lines alone. Asks for no more (RFC 9110 §14.1.2), but makes
     * do with a server that sends all of it.
     *
     * @param bytes most that are wanted
     */
    public String tail(String path, int bytes) throws PrinterApiException {
        Request request = request(path).header("Range", "bytes=-" + bytes).build();
        return text(request, path, text -> NewestLines.of(text, bytes));
    }

    private <T> T text(Request request, String path, TextReader<T> reader)
            throws PrinterApiException {
        Download<T> download =
                server.work(request, LONGEST_TEXT, response -> download(response, reader));
        if (download instanceof Download.Read<T>(T value)) {
            return value;
        }
        Reply refused = ((Download.Refused<T>) download).reply();
        throw refusal(refused, path, ReplyProblem.of(refused, path).orElse(Problem.GARBAGE));
    }

    private static <T> Download<T> download(Response response, TextReader<T> reader)
            throws IOException {
        MediaType type = response.body().contentType();
        // A page in place of a text is one that says why there is none.
        boolean page = type != null && type.subtype().equals("html");
        if (!response.isSuccessful() || page) {
            return new Download.Refused<>(Reply.read(response));
        }
        var bounded = new BoundedInput(response.body().byteStream(), MOST_TEXT_BYTES);
        return new Download.Read<>(
                reader.read(new InputStreamReader(bounded, StandardCharsets.UTF_8)));
    }

    private sealed interface Download<T> {
        record Read<T>(T value) implements Download<T> {}

        record Refused<T>(Reply reply) implements Download<T> {}
    }

    private JsonNode json(Request request, String path) throws PrinterApiException {
        Reply reply = reply(request);
        Optional<Problem> problem = ReplyProblem.of(reply, path);
        if (problem.isPresent()) {
            throw refusal(reply, path, problem.get());
        }
        JsonNode json = reply.json();
        if (json == null) {
            throw new PrinterApiException(Problem.GARBAGE);
        }
        return json;
    }

    private PrinterApiException refusal(Reply reply, String path, Problem problem)
            throws PrinterApiException {
        LOG.debug("{}{}: {} {}", base.host(), path, reply.status(), problem);
        boolean aboutTheKey = problem == Problem.NO_PERMISSION || problem == Problem.WRONG_KEY;
        if (!aboutTheKey) {
            return new PrinterApiException(problem);
        }
        if (isFirstRun()) {
            return new PrinterApiException(Problem.NOT_SET_UP);
        }
        boolean unknown = problem == Problem.WRONG_KEY || isNobodysKey(path);
        return new PrinterApiException(unknown ? Problem.WRONG_KEY : Problem.NO_PERMISSION);
    }

    /** Before its wizard is through, OctoPrint refuses even what needs no login. */
    private boolean isFirstRun() throws PrinterApiException {
        return reply(anonymous(PROBE)).status() == 403;
    }

    private boolean isNobodysKey(String path) throws PrinterApiException {
        if (path.equals(CURRENT_USER)) {
            return true;
        }
        Reply who = reply(request(CURRENT_USER).build());
        JsonNode json = who.json();
        return who.status() == 403
                || (who.isSuccess() && json != null && json.path("name").isNull());
    }

    private Request.Builder request(String path) throws PrinterApiException {
        server.checkOpen();
        if (!key.isSendable()) {
            throw new PrinterApiException(Problem.WRONG_KEY);
        }
        return key.onto(server.request(path));
    }

    private Request anonymous(String path) {
        return server.request(path).build();
    }

    private Reply reply(Request request) throws PrinterApiException {
        return server.reply(request, LONGEST);
    }

    /** Ends calls that are under way and wipes the key. Idempotent. */
    @Override
    public void close() {
        server.close();
        key.wipe();
    }

    @Override
    public String toString() {
        return "OctoPrintHttp[" + base.host() + "]";
    }
}
