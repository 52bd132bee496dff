package dev.linkscope.witness;

import dev.linkscope.domain.probe.Phase;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Locale;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.SSLSocketFactory;

/**
 * Whether an Obico server answers as it should, without a token: the agent's probe server.http, as
 * seen from here. A new connection each time, because its phases are what is measured.
 */
final class ServerProbe implements Probe {
    private static final int BODY_LIMIT = 65_536;
    private static final Duration BACK_OFF = Duration.ofMinutes(5);
    private static final String PRINTER_PATH = "/api/v1/octo/printer/";

    private final URI server;
    private final boolean secure;
    private final String host;
    private final int port;
    private final String target;
    private final String agent;
    private final NameLookup names;
    private final SSLSocketFactory tls;

    /**
     * A probe.
     *
     * @param server base address with scheme and host; of a login in it nothing is sent
     * @param agent name of this program for the server
     */
    ServerProbe(URI server, String agent, NameLookup names, SSLSocketFactory tls) {
        this.server = server;
        this.agent = agent;
        this.names = names;
        this.tls = tls;
        secure = "https".equalsIgnoreCase(server.getScheme());
        host = server.getHost().replaceAll("^\\[|]$", "");
        port = server.getPort() >= 0 ? server.getPort() : secure ? 443 : 80;
        String path = server.getRawPath() == null ? "" : server.getRawPath();
        target = (path.endsWith("/") ? path.substring(0, path.length() - 1) : path) + PRINTER_PATH;
    }

    /** Whether an address can be asked at all. */
    static boolean canAsk(URI server) {
        String scheme = String.valueOf(server.getScheme()).toLowerCase(Locale.ROOT);
        return server.getHost() != null && (scheme.equals("http") || scheme.equals("https"));
    }

    @Override
    public void run(Attempt attempt) throws IOException, AttemptFailed, NothingSeen {
        attempt.enter(Phase.DNS);
        InetAddress[] found = names.find(host, attempt);
        attempt.enter(Phase.CONNECT);
        // Without TLS's farewell, which may wait for that of the other side.
        try (Socket plain = connect(attempt, found)) {
            Socket socket = secured(attempt, plain);
            attempt.enter(Phase.REQUEST);
            socket.setSoTimeout(attempt.left());
            socket.getOutputStream().write(request());
            judge(attempt, HttpReply.read(attempt, socket));
        }
    }

    private Socket connect(Attempt attempt, InetAddress[] found) throws IOException, AttemptFailed {
        IOException last = new IOException("no address");
        for (int i = 0; i < found.length; i++) {
            try {
                int millis = Math.max(1, attempt.left() / (found.length - i));
                return attempt.connect(found[i], port, millis);
            } catch (IOException e) {
                last = e;
            }
        }
        throw last;
    }

    private Socket secured(Attempt attempt, Socket plain) throws AttemptFailed, IOException {
        if (!secure) {
            return plain;
        }
        attempt.enter(Phase.TLS);
        try {
            var socket = (SSLSocket) tls.createSocket(plain, host, port, true);
            SSLParameters parameters = socket.getSSLParameters();
            parameters.setEndpointIdentificationAlgorithm("HTTPS");
            socket.setSSLParameters(parameters);
            socket.setSoTimeout(attempt.left());
            socket.startHandshake();
            return socket;
        } catch (IOException e) {
            throw new AttemptFailed(attempt.isOver() ? "timeout" : TlsTrouble.of(e));
        }
    }

    private byte[] request() {
        String name = server.getPort() < 0 ? server.getHost() : server.getHost() + ":" + port;
        String lines =
                String.join(
                        "\r\n",
                        "GET " + target + " HTTP/1.1",
                        "Host: " + name,
                        "User-Agent: " + agent,
                        "Accept: */*",
                        "Accept-Encoding: identity",
                        "Connection: close",
                        "",
                        "");
        return lines.getBytes(StandardCharsets.ISO_8859_1);
    }

    /** Returns if the reply is as it should be; the rules are those of the agent's server_http. */
    private void judge(Attempt attempt, HttpReply reply)
            throws IOException, AttemptFailed, NothingSeen {
        int status = reply.status();
        if (status == 429) {
            throw new NothingSeen(rest(reply));
        }
        String wrong = ofStatus(status, reply);
        if (wrong.isEmpty()) {
            Kind kind = kind(reply);
            if (kind == Kind.JSON) {
                return;
            }
            if (status == 403) {
                throw new NothingSeen(rest(reply)); // Something in front of the server refuses us.
            }
            String strange = kind == Kind.HTML ? "captive_portal" : "wrong_content";
            wrong = status == 401 ? "http_4xx" : strange;
        }
        attempt.enter(Phase.RESPONSE);
        throw new AttemptFailed(wrong);
    }

    /** Class of a failure that the head tells; empty if the body has to be looked at. */
    private String ofStatus(int status, HttpReply reply) {
        boolean judgedByBody = status / 100 == 2 || status == 401 || status == 403;
        if (judgedByBody) {
            return "";
        }
        return switch (status / 100) {
            case 3 -> redirect(reply.header("location"));
            case 5 -> status == 511 ? "captive_portal" : "http_5xx";
            default -> status == 404 ? "not_found" : "http_4xx";
        };
    }

    private String redirect(String location) {
        try {
            String there = server.resolve(location).getHost();
            boolean same = there != null && there.equalsIgnoreCase(server.getHost());
            return same ? "redirect" : "wrong_server";
        } catch (IllegalArgumentException e) {
            return "wrong_server";
        }
    }

    private static Duration rest(HttpReply reply) {
        String after = reply.header("retry-after");
        Duration asked =
                HttpReply.isNumber(after)
                        ? Duration.ofSeconds(Math.min(86_400, Long.parseLong(after)))
                        : Duration.ofMinutes(1);
        return asked.compareTo(BACK_OFF) > 0 ? BACK_OFF : asked;
    }

    private enum Kind {
        JSON,
        HTML,
        OTHER
    }

    private static Kind kind(HttpReply reply) throws IOException, AttemptFailed {
        if (reply.header("content-type").toLowerCase(Locale.ROOT).contains("html")) {
            return Kind.HTML;
        }
        String body = reply.body(BODY_LIMIT).strip();
        if (body.startsWith("{") || body.startsWith("[")) {
            return Kind.JSON;
        }
        return body.startsWith("<") ? Kind.HTML : Kind.OTHER;
    }
}
