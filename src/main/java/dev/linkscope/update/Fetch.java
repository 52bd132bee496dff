package dev.linkscope.update;

import dev.linkscope.domain.Statement;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import javax.net.ssl.SSLException;
import okhttp3.Call;
import okhttp3.ConnectionSpec;
import okhttp3.CookieJar;
import okhttp3.HttpUrl;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.Response;
import okio.Buffer;
import okio.BufferedSource;

/**
 * Gets small files over HTTPS and tells the server nothing but the version of this program: no
 * cookies, no language, nothing that is remembered from one time to the next.
 */
final class Fetch {
    private static final int MOST_REDIRECTS = 3;

    /** RFC 9110, 15.4: where a GET goes on. */
    private static final Set<Integer> REDIRECTS = Set.of(301, 302, 303, 307, 308);

    private final OkHttpClient client;
    private final String userAgent;

    /**
     * Gets files.
     *
     * @param version of this program
     */
    Fetch(OkHttpClient client, String version) {
        this.client = client;
        this.userAgent = "Linkscope/" + version;
    }

    /**
     * A client for it.
     *
     * @param longest how long one file may take, redirects included
     */
    static OkHttpClient.Builder client(Duration longest) {
        return new OkHttpClient.Builder()
                .callTimeout(longest)
                .connectTimeout(longest)
                .readTimeout(longest)
                .writeTimeout(longest)
                .followRedirects(false)
                .followSslRedirects(false)
                .cookieJar(CookieJar.NO_COOKIES)
                .cache(null)
                .connectionSpecs(List.of(ConnectionSpec.MODERN_TLS));
    }

    /**
     * The bytes at an address.
     *
     * @param most so many at most
     * @throws NothingGot with the reason
     */
    byte[] get(HttpUrl address, long most) throws NothingGot {
        HttpUrl at = address;
        long began = System.nanoTime();
        for (int i = 0; i <= MOST_REDIRECTS; i++) {
            Call call = client.newCall(request(at));
            // Redirects have no time of their own.
            long left = client.callTimeoutMillis() * 1_000_000L - (System.nanoTime() - began);
            call.timeout().timeout(Math.max(1, left), TimeUnit.NANOSECONDS);
            try (Response response = call.execute()) {
                if (!REDIRECTS.contains(response.code())) {
                    return body(response, most);
                }
                at = next(at, response);
            } catch (IOException e) {
                throw new NothingGot(why(e, at));
            }
        }
        throw new NothingGot(Statement.of("update.why.redirects", address.host()));
    }

    private Request request(HttpUrl address) {
        return new Request.Builder()
                .url(address)
                .header("User-Agent", userAgent)
                // The signature is over the bytes as they lie there.
                .header("Accept-Encoding", "identity")
                .header("Connection", "close")
                .build();
    }

    private static HttpUrl next(HttpUrl from, Response response) throws NothingGot {
        String location = response.header("Location");
        HttpUrl next = location == null ? null : from.resolve(location);
        if (next == null
                || !next.isHttps()
                || !next.username().isEmpty()
                || !next.password().isEmpty()) {
            throw new NothingGot(Statement.of("update.why.redirect", from.host()));
        }
        return next;
    }

    private static byte[] body(Response response, long most) throws IOException, NothingGot {
        String host = response.request().url().host();
        if (response.code() != 200) {
            throw new NothingGot(Statement.of("update.why.status", host, response.code()));
        }
        try (BufferedSource source = response.body().source()) {
            // One byte more than allowed is enough to know.
            if (source.request(most + 1)) {
                throw new NothingGot(Statement.of("update.why.huge", host));
            }
            Buffer read = source.getBuffer();
            return read.readByteArray();
        }
    }

    // Never the exception's message: it may quote what the server sent.
    private static Statement why(IOException e, HttpUrl at) {
        String why =
                switch (e) {
                    case SSLException _ -> "tls";
                    case UnknownHostException _ -> "name";
                    case InterruptedIOException _ -> "slow";
                    default -> "unreachable";
                };
        return Statement.of("update.why." + why, at.host());
    }

    /** There is nothing that could be judged. */
    static final class NothingGot extends Exception {
        private static final long serialVersionUID = 1L;

        private final transient Statement why;

        NothingGot(Statement why) {
            super(why.key());
            this.why = why;
        }

        /** The reason; its key with {@code .next} is the next step. */
        Statement why() {
            return why;
        }
    }
}
