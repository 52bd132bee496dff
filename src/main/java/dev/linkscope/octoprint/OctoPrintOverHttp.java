package dev.linkscope.octoprint;

import dev.linkscope.engine.port.OctoPrintFinder;
import java.io.IOException;
import java.net.ProtocolException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import okhttp3.HttpUrl;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.Response;

/**
 * Finds OctoPrint by the probe of its application keys, which answers 204 without a login since
 * OctoPrint 1.3.10 and logs nothing. Behind OctoPi's proxy it is on port 80, without it on 5000.
 */
public final class OctoPrintOverHttp implements OctoPrintFinder {
    private static final List<Integer> USUAL_PORTS = List.of(80, 5000);

    /** The proxy of OctoPi takes 3 s to say that OctoPrint is down. */
    private static final Duration PATIENCE = Duration.ofSeconds(5);

    private static final long ENOUGH_BODY = 8_192;

    private final OkHttpClient client =
            new OkHttpClient.Builder()
                    .callTimeout(PATIENCE)
                    .followRedirects(false)
                    .retryOnConnectionFailure(false)
                    .build();
    private final List<Integer> ports;

    /** A finder that looks at the usual ports. */
    public OctoPrintOverHttp() {
        this(USUAL_PORTS);
    }

    OctoPrintOverHttp(List<Integer> ports) {
        this.ports = List.copyOf(ports);
    }

    @Override
    public Optional<Found> find(String host) {
        return ports.stream().flatMap(port -> at(host, port).stream()).findFirst();
    }

    private Optional<Found> at(String host, int port) {
        HttpUrl base = new HttpUrl.Builder().scheme("http").host(host).port(port).build();
        HttpUrl probe = base.newBuilder().addPathSegments("plugin/appkeys/probe").build();
        return state(new Request.Builder().url(probe).build())
                .map(state -> new Found(withoutSlash(base), state));
    }

    private Optional<State> state(Request probe) {
        try (Response response = client.newCall(probe).execute()) {
            return switch (response.code()) {
                case 204 -> Optional.of(State.RUNNING);
                case 403 -> Optional.of(State.NOT_SET_UP);
                default -> byBody(response.peekBody(ENOUGH_BODY).string());
            };
        } catch (ProtocolException e) {
            // While it starts, OctoPrint sends a body without a status line.
            return isBareNotFound(e) ? Optional.of(State.STARTING) : Optional.empty();
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    private static boolean isBareNotFound(ProtocolException e) {
        return e.getMessage() != null && e.getMessage().contains("Not found");
    }

    private static Optional<State> byBody(String body) {
        if (body.contains("OctoPrint is currently not running")) {
            return Optional.of(State.DOWN);
        }
        return body.contains("OctoPrint is still starting")
                ? Optional.of(State.STARTING)
                : Optional.empty();
    }

    private static String withoutSlash(HttpUrl url) {
        String text = url.toString();
        return text.substring(0, text.length() - 1);
    }
}
