package dev.linkscope.octoprint;

import dev.linkscope.engine.port.OctoPrintFinder;
import java.io.IOException;
import java.net.ConnectException;
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
        return state(base, probe).map(state -> new Found(withoutSlash(base), state));
    }

    private Optional<State> state(HttpUrl base, HttpUrl probe) {
        try (Response response = get(probe)) {
            return switch (response.code()) {
                case 204 -> Optional.of(State.RUNNING);
                case 403 -> Optional.of(State.NOT_SET_UP);
                default -> byBody(response);
            };
        } catch (ConnectException e) {
            return Optional.empty();
        } catch (IOException e) {
            // While it starts, OctoPrint answers most paths without a status line; its front page
            // tells more.
            return frontPage(base);
        }
    }

    private Optional<State> frontPage(HttpUrl base) {
        try (Response response = get(base)) {
            return byBody(response);
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    private Response get(HttpUrl url) throws IOException {
        return client.newCall(new Request.Builder().url(url).build()).execute();
    }

    private static Optional<State> byBody(Response response) throws IOException {
        String body = response.peekBody(ENOUGH_BODY).string();
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
