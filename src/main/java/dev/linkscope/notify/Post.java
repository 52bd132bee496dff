package dev.linkscope.notify;

import dev.linkscope.domain.Statement;
import dev.linkscope.engine.port.Notifier.Notice;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Set;
import java.util.regex.Pattern;
import javax.net.ssl.SSLException;
import okhttp3.Credentials;
import okhttp3.HttpUrl;
import okhttp3.MediaType;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.RequestBody;
import okhttp3.Response;
import okio.BufferedSource;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/**
 * Posts notices to one webhook. An address of one path segment may be a topic of ntfy, which takes
 * JSON at its root alone (docs.ntfy.sh/publish, "Publish as JSON"): the root is asked first, and
 * unless it answers as ntfy does the address itself gets the notice. No failure names the address.
 */
final class Post {
    private static final Pattern TOPIC = Pattern.compile("[-_A-Za-z0-9]{1,64}");
    private static final MediaType JSON = MediaType.get("application/json");
    private static final JsonMapper MAPPER = JsonMapper.builder().build();
    private static final int LONGEST_REPLY = 16 * 1024;
    private static final int MOST_REDIRECTS = 3;

    /** Redirects that keep method and body (RFC 9110, 15.4.8 and 15.4.9). */
    private static final Set<Integer> SAME_REQUEST = Set.of(307, 308);

    private final OkHttpClient client;
    private final HttpUrl address;
    private final @Nullable String login;
    private volatile boolean plain;

    /** What came of one request. */
    private record Reply(int status, boolean ofNtfy) {
        boolean good() {
            return status >= 200 && status < 300;
        }
    }

    /**
     * Posts to an address.
     *
     * @param full may hold user name and password, which are sent as Basic authentication
     */
    Post(OkHttpClient client, HttpUrl full) {
        this.client = client;
        this.address = full.newBuilder().username("").password("").fragment(null).build();
        this.login =
                full.username().isEmpty() && full.password().isEmpty()
                        ? null
                        : Credentials.basic(
                                full.username(), full.password(), StandardCharsets.UTF_8);
        this.plain = topic(address) == null;
    }

    /** A client for webhooks. */
    static OkHttpClient client(Duration longest) {
        return new OkHttpClient.Builder()
                .callTimeout(longest)
                .connectTimeout(longest)
                .readTimeout(longest)
                .writeTimeout(longest)
                .followRedirects(false)
                .followSslRedirects(false)
                .build();
    }

    private static @Nullable String topic(HttpUrl address) {
        String segment = address.pathSegments().getFirst();
        boolean one = address.pathSegments().size() == 1 && address.query() == null;
        return one && TOPIC.matcher(segment).matches() ? segment : null;
    }

    /**
     * Sends a notice once.
     *
     * @return null if it was taken
     */
    @Nullable Failure send(Notice notice) {
        try {
            if (!plain) {
                HttpUrl root = address.newBuilder().encodedPath("/").build();
                Reply reply = post(root, NoticeJson.of(notice, topic(address)));
                if (reply.ofNtfy()) {
                    return null;
                }
                if (passing(reply.status())) {
                    return Failure.status(reply.status());
                }
            }
            Reply reply = post(address, NoticeJson.of(notice, null));
            if (reply.good()) {
                // Whatever it is, it takes notices here.
                plain = true;
                return null;
            }
            return Failure.status(reply.status());
        } catch (IOException e) {
            return Failure.of(e);
        }
    }

    private static boolean passing(int status) {
        return status == 429 || status >= 500;
    }

    private Reply post(HttpUrl to, byte[] body) throws IOException {
        HttpUrl at = to;
        for (int i = 0; i <= MOST_REDIRECTS; i++) {
            var request =
                    new Request.Builder()
                            .url(at)
                            .header("User-Agent", "Linkscope")
                            .post(RequestBody.create(body, JSON));
            if (login != null) {
                request.header("Authorization", login);
            }
            try (Response response = client.newCall(request.build()).execute()) {
                HttpUrl next = next(response, at);
                if (next == null) {
                    return new Reply(response.code(), ofNtfy(response));
                }
                at = next;
            }
        }
        return new Reply(310, false);
    }

    /** Where the same host wants the same request; the login and the notice go nowhere else. */
    private static @Nullable HttpUrl next(Response response, HttpUrl from) {
        String location = response.header("Location");
        if (!SAME_REQUEST.contains(response.code()) || location == null) {
            return null;
        }
        HttpUrl next = from.resolve(location);
        return next != null
                        && next.host().equals(from.host())
                        && (next.isHttps() || !from.isHttps())
                ? next
                : null;
    }

    private static boolean ofNtfy(Response response) throws IOException {
        if (!response.isSuccessful()) {
            return false;
        }
        BufferedSource source = response.body().source();
        source.request(LONGEST_REPLY);
        String text =
                source.getBuffer()
                        .readString(
                                Math.min(LONGEST_REPLY, source.getBuffer().size()),
                                StandardCharsets.UTF_8);
        try {
            var json = MAPPER.readTree(text);
            return json != null && json.path("event").asString("").equals("message");
        } catch (JacksonException e) {
            return false;
        }
    }

    /**
     * Why a notice was not taken.
     *
     * @param why in words
     * @param passing whether it may be taken later
     */
    record Failure(Statement why, boolean passing) {
        private static Failure status(int status) {
            boolean elsewhere = status >= 300 && status < 400;
            return elsewhere
                    ? new Failure(Statement.of("notify.webhook.why.redirect"), false)
                    : new Failure(
                            Statement.of("notify.webhook.why.status", status),
                            Post.passing(status));
        }

        // Never the exception's message: it may hold the address.
        private static Failure of(IOException e) {
            String why =
                    switch (e) {
                        case SSLException _ -> "tls";
                        case UnknownHostException _ -> "name";
                        case InterruptedIOException _ -> "timeout";
                        default -> "unreachable";
                    };
            return new Failure(
                    Statement.of("notify.webhook.why." + why), !(e instanceof SSLException));
        }
    }
}
