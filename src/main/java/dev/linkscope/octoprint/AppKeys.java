package dev.linkscope.octoprint;

import dev.linkscope.domain.probe.TargetUrl;
import dev.linkscope.engine.port.OctoPrintSignIn;
import dev.linkscope.engine.port.PrinterApiException;
import dev.linkscope.engine.port.PrinterApiException.Problem;
import dev.linkscope.engine.port.Tunnel;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import okhttp3.HttpUrl;
import okhttp3.MediaType;
import okhttp3.Request;
import okhttp3.RequestBody;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;

/** The dialogue of OctoPrint's plugin for application keys. */
public final class AppKeys implements OctoPrintSignIn {
    /** As the user reads it in OctoPrint, and as the key is listed there. */
    static final String APPLICATION = "Linkscope";

    private static final String FOLDER = "/plugin/appkeys/";
    private static final Duration LONGEST_CALL = Duration.ofSeconds(8);
    private static final Duration BETWEEN_POLLS = Duration.ofSeconds(1);

    /** OctoPrint forgets a question that nobody asks about for so long. */
    private static final Duration FORGOTTEN = Duration.ofSeconds(5);

    /** It forgets each after ten minutes; the last second is left to the way. */
    private static final Duration LONGEST = Duration.ofMinutes(10).minusSeconds(1);

    private static final Duration LONGEST_WAIT = Duration.ofHours(1);

    /** What may stand in a path; OctoPrint 1.9 gives hexadecimal digits, 1.11 base64url. */
    private static final Pattern TOKEN = Pattern.compile("[A-Za-z0-9_-]{8,200}");

    private final @Nullable Tunnel tunnel;
    private final RequestRate rate = new RequestRate();

    /** Asks from this computer. */
    public AppKeys() {
        this(null);
    }

    /** Asks through a tunnel; null to ask from this computer. */
    public AppKeys(@Nullable Tunnel tunnel) {
        this.tunnel = tunnel;
    }

    @Override
    public Outcome ask(TargetUrl octoPrint, Consumer<TargetUrl> page) {
        Optional<HttpUrl> base = BaseUrl.of(octoPrint);
        if (base.isEmpty()) {
            return new Outcome.Failed(Problem.UNREACHABLE);
        }
        try (var server = new WebServer(base.get(), new HttpExchange(tunnel))) {
            return new Dialogue(base.get(), server).hold(page);
        } catch (PrinterApiException e) {
            return new Outcome.Failed(e.problem());
        }
    }

    private final class Dialogue {
        private final HttpUrl base;
        private final WebServer server;

        Dialogue(HttpUrl base, WebServer server) {
            this.base = base;
            this.server = server;
        }

        Outcome hold(Consumer<TargetUrl> page) throws PrinterApiException {
            Reply probe = reply(FOLDER + "probe", null);
            if (probe.status() == 404) {
                return new Outcome.Unsupported();
            }
            if (probe.status() == 403) {
                return new Outcome.Failed(Problem.NOT_SET_UP);
            }
            check(probe);
            Reply asked = request();
            if (asked.status() == 429) {
                return new Outcome.RateLimited(wait(asked));
            }
            String token = json(asked).path("app_token").asString("");
            if (!TOKEN.matcher(token).matches()) {
                return new Outcome.Failed(Problem.GARBAGE);
            }
            // Not the address that OctoPrint gives: behind a proxy it knows neither name nor port.
            page.accept(new TargetUrl(BaseUrl.at(base, FOLDER + "auth/" + token).toString()));
            return decision(FOLDER + "request/" + token);
        }

        private Reply request() throws PrinterApiException {
            byte[] body =
                    JsonNodeFactory.instance
                            .objectNode()
                            .put("app", APPLICATION)
                            .toString()
                            .getBytes(StandardCharsets.UTF_8);
            rate.asked(place(), System.nanoTime());
            return reply(
                    FOLDER + "request",
                    RequestBody.create(body, MediaType.get("application/json")));
        }

        private Outcome decision(String path) throws PrinterApiException {
            long begun = System.nanoTime();
            long heard = begun;
            boolean awaited = false;
            while (System.nanoTime() - begun < LONGEST.toNanos()) {
                long sent = System.nanoTime();
                Optional<Reply> reply = poll(path);
                int status = reply.map(Reply::status).orElse(0);
                if (status == 200) {
                    return granted(json(reply.get()));
                }
                if (status == 404) {
                    // The same for a no and for a question that is forgotten.
                    boolean forgotten = !awaited || sent - heard > FORGOTTEN.toNanos();
                    return forgotten ? new Outcome.Expired() : new Outcome.Denied();
                }
                if (status == 202) {
                    awaited = true;
                    heard = System.nanoTime();
                }
                Pause.of(BETWEEN_POLLS);
            }
            return new Outcome.Expired();
        }

        /** Empty if the network hiccups; only time tells whether the question stands. */
        private Optional<Reply> poll(String path) throws PrinterApiException {
            try {
                return Optional.of(reply(path, null));
            } catch (PrinterApiException e) {
                if (e.problem() == Problem.UNREACHABLE) {
                    return Optional.empty();
                }
                throw e;
            }
        }

        private static Outcome granted(JsonNode json) {
            char[] key = json.path("api_key").asString("").toCharArray();
            return key.length > 0 && new ApiKey(key).isSendable()
                    ? new Outcome.Granted(key)
                    : new Outcome.Failed(Problem.GARBAGE);
        }

        private Duration wait(Reply refused) {
            String told = refused.retryAfter();
            if (told != null && told.matches("\\d{1,5}")) {
                Duration wait = Duration.ofSeconds(Integer.parseInt(told));
                return wait.compareTo(LONGEST_WAIT) < 0 ? wait : LONGEST_WAIT;
            }
            return rate.wait(place(), System.nanoTime());
        }

        private String place() {
            return base.host() + ":" + base.port();
        }

        private static void check(Reply reply) throws PrinterApiException {
            Optional<Problem> problem = ReplyProblem.of(reply, FOLDER);
            if (problem.isPresent()) {
                throw new PrinterApiException(problem.get());
            }
        }

        private static JsonNode json(Reply reply) throws PrinterApiException {
            check(reply);
            JsonNode json = reply.json();
            if (json == null) {
                throw new PrinterApiException(Problem.GARBAGE);
            }
            return json;
        }

        private Reply reply(String path, @Nullable RequestBody body) throws PrinterApiException {
            Request.Builder request = server.request(path);
            return server.reply(
                    (body == null ? request : request.post(body)).build(), LONGEST_CALL);
        }
    }
}
