package dev.linkscope.octoprint;

import dev.linkscope.engine.port.PrinterApiException;
import dev.linkscope.engine.port.Tunnel;
import dev.linkscope.octoprint.CameraSight.Kind;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.InterruptedIOException;
import java.net.ConnectException;
import java.net.ProtocolException;
import java.net.Socket;
import java.net.SocketException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Locale;
import okhttp3.Credentials;
import okhttp3.HttpUrl;
import okhttp3.Request;
import okhttp3.Response;
import org.jspecify.annotations.Nullable;

/**
 * Looks at addresses of cameras as the Obico plugin does: a GET within five seconds, five megabytes
 * at most, redirects followed, certificates not checked. Each look is a connection of its own that
 * is closed as soon as it is known what is there, so that no stream runs on. Thread-safe.
 */
public final class CameraLook implements AutoCloseable {
    /** The plugin gives up there. */
    static final int MOST_BYTES = 5_000_000;

    private static final Duration LONGEST = Duration.ofSeconds(5);
    private static final int MOST_REDIRECTS = 3;
    private static final int MARKER = 0xFF;
    private static final int START = 0xD8;
    private static final int END = 0xD9;

    /** Some cameras pad what is behind the end of a picture. */
    private static final int MOST_PADDING = 4_096;

    private final HttpExchange exchange;
    private final @Nullable WatchedTunnel tunnel;

    /** Looks from where a tunnel ends; null to look from this computer. */
    public CameraLook(@Nullable Tunnel tunnel) {
        this.tunnel = tunnel == null ? null : new WatchedTunnel(tunnel);
        exchange = HttpExchange.withAnyCertificate(this.tunnel);
    }

    /**
     * What is there.
     *
     * @param address absolute; may hold a user name and a password, which are sent as HTTP Basic
     * @throws PrinterApiException {@code UNREACHABLE} if nothing at all can be looked at through
     *     the tunnel; {@code CANCELLED}
     */
    public CameraSight at(String address) throws PrinterApiException {
        HttpUrl url = HttpUrl.parse(address);
        for (int hop = 0; url != null && hop <= MOST_REDIRECTS; hop++) {
            Step step = step(url);
            if (step.redirect() == null) {
                return step.sight();
            }
            url = url.resolve(step.redirect());
        }
        return CameraSight.without(url == null ? Kind.UNUSABLE : Kind.OTHER);
    }

    private record Step(CameraSight sight, @Nullable String redirect) {}

    private Step step(HttpUrl url) throws PrinterApiException {
        Request.Builder request = new Request.Builder().url(url);
        if (!url.username().isEmpty() || !url.password().isEmpty()) {
            request.header(
                    "Authorization",
                    Credentials.basic(url.username(), url.password(), StandardCharsets.UTF_8));
        }
        try {
            return exchange.run(request.build(), LONGEST, CameraLook::step);
        } catch (IOException e) {
            if (tunnel != null && tunnel.blind) {
                throw new PrinterApiException(PrinterApiException.Problem.UNREACHABLE);
            }
            return new Step(CameraSight.without(because(e)), null);
        }
    }

    private static Step step(Response response) throws IOException {
        String location = response.header("Location");
        if (response.isRedirect() && location != null) {
            return new Step(new CameraSight(Kind.REFUSED, response.code()), location);
        }
        return new Step(new CameraSight(kind(response), response.code()), null);
    }

    private static Kind kind(Response response) throws IOException {
        if (response.code() == 401) {
            return Kind.LOGIN;
        }
        if (!response.isSuccessful()) {
            return Kind.REFUSED;
        }
        // ustreamer answers with a picture of its own while it has no camera.
        boolean online = !"false".equalsIgnoreCase(response.header("X-UStreamer-Online"));
        var body = new BoundedInput(response.body().byteStream(), MOST_BYTES);
        String type = response.header("Content-Type");
        if (type != null && type.strip().toLowerCase(Locale.ROOT).startsWith("multipart/")) {
            if (!hasPicture(body)) {
                return Kind.OTHER;
            }
            return online ? Kind.STREAM : Kind.NO_SIGNAL;
        }
        return picture(body, online);
    }

    private static Kind picture(InputStream body, boolean online) throws IOException {
        int first = body.read();
        if (first == '<') {
            return Kind.PAGE;
        }
        if (first != MARKER || body.read() != START) {
            return Kind.OTHER;
        }
        byte[] rest = body.readAllBytes();
        boolean tooLarge = rest.length + 2 >= MOST_BYTES;
        if (tooLarge || !ends(rest)) {
            return Kind.OTHER;
        }
        return online ? Kind.PICTURE : Kind.NO_SIGNAL;
    }

    private static boolean ends(byte[] bytes) {
        for (int i = bytes.length - 2; i >= Math.max(0, bytes.length - MOST_PADDING); i--) {
            if ((bytes[i] & 0xFF) == MARKER && (bytes[i + 1] & 0xFF) == END) {
                return true;
            }
        }
        return false;
    }

    /** Whether a picture begins and ends in what comes. */
    private static boolean hasPicture(InputStream body) throws IOException {
        boolean begun = false;
        int before = 0;
        byte[] some = new byte[8_192];
        for (int count = body.read(some); count > 0; count = body.read(some)) {
            for (int i = 0; i < count; i++) {
                int now = some[i] & 0xFF;
                if (before == MARKER && now == (begun ? END : START)) {
                    if (begun) {
                        return true;
                    }
                    begun = true;
                }
                before = now;
            }
        }
        return false;
    }

    private static Kind because(IOException e) {
        if (e instanceof InterruptedIOException) {
            return Kind.SILENT;
        }
        boolean spoke = e instanceof ProtocolException || e.getCause() instanceof EOFException;
        return spoke ? Kind.OTHER : Kind.NOBODY;
    }

    @Override
    public void close() {
        exchange.close();
    }

    /** Notes when it is the tunnel itself that fails, and not the place behind it. */
    private static final class WatchedTunnel implements Tunnel {
        private final Tunnel tunnel;
        private volatile boolean blind;

        WatchedTunnel(Tunnel tunnel) {
            this.tunnel = tunnel;
        }

        @Override
        public Socket connect(String host, int port, Duration longest) throws IOException {
            try {
                return tunnel.connect(host, port, longest);
            } catch (ConnectException e) {
                throw e;
            } catch (SocketException e) {
                // The server forwards nothing, or the link is gone.
                blind = true;
                throw e;
            }
        }

        @Override
        public void close() {
            // Not its own.
        }
    }
}
