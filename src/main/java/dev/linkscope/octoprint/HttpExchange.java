package dev.linkscope.octoprint;

import dev.linkscope.engine.port.PrinterApiException;
import dev.linkscope.engine.port.PrinterApiException.Problem;
import dev.linkscope.engine.port.Tunnel;
import dev.linkscope.support.NamedThreads;
import java.io.Closeable;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.Proxy;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import okhttp3.Call;
import okhttp3.ConnectionPool;
import okhttp3.OkHttpClient;
import okhttp3.Protocol;
import okhttp3.Request;
import okhttp3.Response;
import org.jspecify.annotations.Nullable;

/**
 * Exchanges of one request and one reply. Each has a connection of its own, so that none meets one
 * that the other side has given up. No cookie, no redirect, no proxy of this computer.
 */
final class HttpExchange implements Closeable {
    /** The proxy of OctoPi takes 3 s to say that OctoPrint is down. */
    private static final Duration SILENCE = Duration.ofSeconds(8);

    private static final Duration CONNECT = Duration.ofSeconds(5);

    /** For what the call's own deadline does not end: a resolver that hangs. */
    private static final Duration GRACE = Duration.ofSeconds(1);

    private final OkHttpClient client;
    private volatile boolean closed;

    /**
     * Exchanges from this computer, or from the far end of a tunnel.
     *
     * @param tunnel null to connect directly
     */
    HttpExchange(@Nullable Tunnel tunnel) {
        this(through(tunnel));
    }

    private static OkHttpClient.Builder through(@Nullable Tunnel tunnel) {
        return tunnel == null
                ? standard()
                : standard()
                        .socketFactory(new TunnelSocketFactory(tunnel))
                        .dns(TunnelSocketFactory.UNRESOLVED);
    }

    private HttpExchange(OkHttpClient.Builder builder) {
        client = builder.build();
    }

    /** Exchanges with whatever certificate; for requests that hold no secret. */
    static HttpExchange withAnyCertificate() {
        return withAnyCertificate(null);
    }

    /** The same from the far end of a tunnel; null to connect directly. */
    static HttpExchange withAnyCertificate(@Nullable Tunnel tunnel) {
        return new HttpExchange(AnyCertificate.accept(through(tunnel)));
    }

    private static OkHttpClient.Builder standard() {
        return new OkHttpClient.Builder()
                .connectTimeout(CONNECT)
                .readTimeout(SILENCE)
                .writeTimeout(SILENCE)
                .connectionPool(new ConnectionPool(0, 1, TimeUnit.SECONDS))
                .protocols(List.of(Protocol.HTTP_1_1))
                // Connects on the thread of the exchange, one address after the other: no exchange
                // waits for threads that all clients of the program share.
                .fastFallback(false)
                .proxy(Proxy.NO_PROXY)
                .followRedirects(false)
                .followSslRedirects(false)
                .retryOnConnectionFailure(false);
    }

    /**
     * Sends a request and works on its reply, on a thread of its own: neither a socket nor the
     * resolver can be interrupted. It is no virtual thread, as a resolver that hangs would hold one
     * of the few that carry all others.
     *
     * @param longest for everything
     * @throws IOException if the exchange fails
     * @throws PrinterApiException only {@link Problem#CANCELLED}: this thread was interrupted, or
     *     the exchange closed
     */
    <T> T run(Request request, Duration longest, Work<T> work)
            throws IOException, PrinterApiException {
        checkOpen();
        Call call = client.newCall(request.newBuilder().header("Connection", "close").build());
        call.timeout().timeout(longest.toNanos(), TimeUnit.NANOSECONDS);
        var task =
                new FutureTask<T>(() -> {
                    try (Response response = execute(call)) {
                        return work.on(response);
                    }
                });
        NamedThreads.platform("http " + request.url().host(), task).start();
        try {
            return task.get(longest.plus(GRACE).toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            call.cancel();
            Thread.currentThread().interrupt();
            throw new PrinterApiException(Problem.CANCELLED);
        } catch (TimeoutException e) {
            call.cancel();
            throw new InterruptedIOException("timeout");
        } catch (ExecutionException e) {
            throw rethrown(e);
        }
    }

    private static Response execute(Call call) throws IOException {
        try {
            return call.execute();
        } catch (RuntimeException e) {
            throw BoundedInput.brokenBy(e);
        }
    }

    private IOException rethrown(ExecutionException e) throws PrinterApiException {
        checkOpen();
        return switch (e.getCause()) {
            case IOException failure -> failure;
            case RuntimeException mistake -> throw mistake;
            case Error error -> throw error;
            case null, default -> throw new IllegalStateException(e);
        };
    }

    /** Throws {@link Problem#CANCELLED} once it is closed. */
    void checkOpen() throws PrinterApiException {
        if (closed) {
            throw new PrinterApiException(Problem.CANCELLED);
        }
    }

    /** Ends all exchanges that are under way. */
    @Override
    public void close() {
        closed = true;
        client.dispatcher().cancelAll();
    }

    /**
     * What is made of a reply.
     *
     * @param <T> the result
     */
    @FunctionalInterface
    interface Work<T> {
        T on(Response response) throws IOException;
    }
}
