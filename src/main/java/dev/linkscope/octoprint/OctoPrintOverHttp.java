package dev.linkscope.octoprint;

import dev.linkscope.engine.port.OctoPrintFinder;
import dev.linkscope.engine.port.PrinterApiException;
import dev.linkscope.support.NamedThreads;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import okhttp3.HttpUrl;
import org.jspecify.annotations.Nullable;

/**
 * Finds OctoPrint by the probe of its application keys, which answers 204 without a login since
 * OctoPrint 1.3.10 and logs nothing. Behind OctoPi's proxy it is on ports 80 and 443, without it on
 * 5000; further instances for further printers usually follow on 5001 and so on.
 *
 * <p>Any certificate is accepted here, as OctoPi makes its own and nothing secret is sent. The port
 * of TLS is only told where port 80 does not answer: it is the same OctoPrint, and calls with a key
 * want a certificate that this computer trusts.
 */
public final class OctoPrintOverHttp implements OctoPrintFinder {
    private static final int TLS = 443;
    private static final int PLAIN = 80;
    private static final List<Integer> USUAL_PORTS =
            List.of(PLAIN, 5000, 5001, 5002, 5003, 5004, TLS);

    /** The proxy of OctoPi takes 3 s to say that OctoPrint is down. */
    private static final Duration PATIENCE = Duration.ofSeconds(5);

    /** In what SSDP points to; OctoPrint stopped to tell its version there at some time. */
    private static final Pattern VERSION =
            Pattern.compile("<modelName>(\\d{1,3}(?:\\.[0-9a-z+-]{1,20}){1,5})</modelName>");

    private final List<Integer> plainPorts;
    private final @Nullable Integer tlsPort;

    /** A finder that looks at the usual ports. */
    public OctoPrintOverHttp() {
        this(USUAL_PORTS.stream().filter(port -> port != TLS).toList(), TLS);
    }

    OctoPrintOverHttp(List<Integer> plainPorts, @Nullable Integer tlsPort) {
        this.plainPorts = List.copyOf(plainPorts);
        this.tlsPort = tlsPort;
    }

    @Override
    public List<Found> findAll(String host) {
        List<FutureTask<Optional<Found>>> looks = new ArrayList<>();
        try (HttpExchange exchange = HttpExchange.withAnyCertificate()) {
            plainPorts.forEach(port -> looks.add(look(exchange, "http", host, port)));
            if (tlsPort != null) {
                looks.add(look(exchange, "https", host, tlsPort));
            }
            List<Found> found = new ArrayList<>();
            for (FutureTask<Optional<Found>> look : looks) {
                look.get().filter(one -> !isSame(one, found)).ifPresent(found::add);
            }
            return found;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return List.of();
        } catch (ExecutionException e) {
            throw new IllegalStateException(e);
        }
    }

    private boolean isSame(Found one, List<Found> before) {
        boolean tls = one.url().startsWith("https:");
        return tls && !before.isEmpty() && isAt(before.getFirst(), plainPorts.getFirst());
    }

    private static boolean isAt(Found found, int port) {
        HttpUrl url = HttpUrl.parse(found.url());
        return url != null && url.port() == port;
    }

    private static FutureTask<Optional<Found>> look(
            HttpExchange exchange, String scheme, String host, int port) {
        var look = new FutureTask<>(() -> at(exchange, scheme, host, port));
        NamedThreads.platform("find-octoprint " + port, look).start();
        return look;
    }

    private static Optional<Found> at(HttpExchange exchange, String scheme, String host, int port) {
        HttpUrl base;
        try {
            base = new HttpUrl.Builder().scheme(scheme).host(host).port(port).build();
        } catch (IllegalArgumentException e) {
            // No name of a host.
            return Optional.empty();
        }
        var server = new WebServer(base, exchange);
        return state(server)
                .map(state -> {
                    @Nullable String version = state == State.RUNNING ? version(server) : null;
                    return new Found(BaseUrl.withoutSlash(base), state, version);
                });
    }

    private static Optional<State> state(WebServer server) {
        try {
            Reply probe = reply(server, "/plugin/appkeys/probe");
            return switch (probe.status()) {
                case 204 -> Optional.of(State.RUNNING);
                case 403 -> Optional.of(State.NOT_SET_UP);
                // Not by status: any web server has a page for what is not there.
                default -> ReplyProblem.byPage(probe).flatMap(OctoPrintOverHttp::state);
            };
        } catch (PrinterApiException e) {
            return state(e.problem());
        }
    }

    private static Optional<State> state(PrinterApiException.Problem problem) {
        return switch (problem) {
            case STARTING -> Optional.of(State.STARTING);
            case DOWN -> Optional.of(State.DOWN);
            default -> Optional.empty();
        };
    }

    private static @Nullable String version(WebServer server) {
        try {
            Matcher told = VERSION.matcher(reply(server, "/plugin/discovery/discovery.xml").text());
            return told.find() ? told.group(1) : null;
        } catch (PrinterApiException e) {
            return null;
        }
    }

    private static Reply reply(WebServer server, String path) throws PrinterApiException {
        return server.reply(server.request(path).build(), PATIENCE);
    }
}
