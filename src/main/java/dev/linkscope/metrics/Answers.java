package dev.linkscope.metrics;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import io.prometheus.metrics.expositionformats.ExpositionFormatWriter;
import io.prometheus.metrics.expositionformats.OpenMetricsTextFormatWriter;
import io.prometheus.metrics.expositionformats.PrometheusTextFormatWriter;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.zip.GZIPOutputStream;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.databind.json.JsonMapper;

/** Answers requests: reading alone, two addresses alone. */
final class Answers implements HttpHandler {
    private static final Logger LOG = LoggerFactory.getLogger(Answers.class);
    private static final JsonMapper JSON = new JsonMapper();
    private static final String PLAIN = "text/plain; charset=utf-8";

    private final ExpositionFormatWriter openMetrics = OpenMetricsTextFormatWriter.create();
    private final ExpositionFormatWriter prometheus = PrometheusTextFormatWriter.create();
    private final FarmMetrics metrics;
    private final HealthCheck health;
    private final Visitor visitor;

    /**
     * Answers.
     *
     * @param token what clients have to show; null on loopback, where nobody has to
     */
    Answers(FarmMetrics metrics, HealthCheck health, @Nullable String token) {
        this.metrics = metrics;
        this.health = health;
        this.visitor = new Visitor(token);
    }

    @Override
    public void handle(HttpExchange exchange) throws IOException {
        try (exchange) {
            Answer answer;
            try {
                answer = answer(exchange);
            } catch (RuntimeException e) {
                LOG.error("a request could not be answered", e);
                answer = Answer.text(500, "This went wrong here; the log says why.");
            }
            send(exchange, answer);
        }
    }

    private Answer answer(HttpExchange exchange) throws IOException {
        Answer refusal = visitor.refused(exchange);
        if (refusal != null) {
            return refusal;
        }
        String method = exchange.getRequestMethod();
        if (!method.equals("GET") && !method.equals("HEAD")) {
            exchange.getResponseHeaders().set("Allow", "GET, HEAD");
            return Answer.text(405, "Only GET and HEAD are answered.");
        }
        return switch (exchange.getRequestURI().getPath()) {
            case "/metrics" -> metrics(exchange.getRequestHeaders().getFirst("Accept"));
            case "/healthz" -> health();
            case null, default -> Answer.text(404, "There is /metrics and /healthz.");
        };
    }

    /** In the format asked for; without a wish in Prometheus's own. */
    private Answer metrics(@Nullable String wished) throws IOException {
        ExpositionFormatWriter writer =
                wished != null && openMetrics.accepts(wished) ? openMetrics : prometheus;
        var text = new ByteArrayOutputStream();
        writer.write(text, metrics.collect());
        return new Answer(200, writer.getContentType(), text.toString(StandardCharsets.UTF_8));
    }

    private Answer health() {
        HealthCheck.Health now = health.now();
        String text =
                JSON.writeValueAsString(
                        JSON.createObjectNode()
                                .put("status", now.fine() ? "ok" : "failing")
                                .put("printers", now.printers())
                                .put("connected", now.connected())
                                .put("failed", now.failed())
                                .put("storeProblem", now.storeProblem())
                                .put("uptimeSeconds", now.uptimeSeconds()));
        return new Answer(now.fine() ? 200 : 503, "application/json", text);
    }

    private static void send(HttpExchange exchange, Answer answer) throws IOException {
        var headers = exchange.getResponseHeaders();
        headers.set("Content-Type", answer.type());
        headers.set("Cache-Control", "no-store");
        headers.set("X-Content-Type-Options", "nosniff");
        if (exchange.getRequestMethod().equals("HEAD")) {
            exchange.sendResponseHeaders(answer.status(), -1);
            return;
        }
        byte[] body = answer.body().getBytes(StandardCharsets.UTF_8);
        String encodings = exchange.getRequestHeaders().getFirst("Accept-Encoding");
        if (encodings != null && encodings.contains("gzip")) {
            headers.set("Content-Encoding", "gzip");
            body = gzip(body);
        }
        exchange.sendResponseHeaders(answer.status(), body.length);
        try (OutputStream out = exchange.getResponseBody()) {
            out.write(body);
        }
    }

    /** A thousand printers are five megabytes, a fortieth of it compressed. */
    private static byte[] gzip(byte[] body) throws IOException {
        var packed = new ByteArrayOutputStream();
        try (var out = new GZIPOutputStream(packed)) {
            out.write(body);
        }
        return packed.toByteArray();
    }

    /** What is sent. */
    record Answer(int status, String type, String body) {
        /** A sentence. */
        static Answer text(int status, String sentence) {
            return new Answer(status, PLAIN, sentence + "\n");
        }
    }
}
