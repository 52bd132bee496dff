package dev.linkscope.octoprint.vantage;

import dev.linkscope.engine.port.PrinterApiException;
import dev.linkscope.octoprint.Calls;
import java.io.Serial;
import java.time.Duration;
import java.util.Locale;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * OctoPrint's own tests of addresses, hosts and names, {@code POST /api/util/test}, for
 * administrators. OctoPrint writes why a test failed into its log alone.
 */
public final class ConnectionTests {
    private static final String PATH = "/api/util/test";

    /** Each call occupies one of OctoPrint's workers. */
    private static final int MOST_CALLS = 2;

    /** Longest wait for one of them. */
    private static final Duration PATIENCE = Duration.ofSeconds(5);

    private final Calls calls;
    private final LongSupplier nanos;
    private final Semaphore permits = new Semaphore(MOST_CALLS, true);

    /**
     * Tests through an OctoPrint.
     *
     * @param nanos a clock as {@link System#nanoTime}
     */
    public ConnectionTests(Calls calls, LongSupplier nanos) {
        this.calls = calls;
        this.nanos = nanos;
    }

    /**
     * What came of a request.
     *
     * @param status HTTP status after redirects; 0 if there was no reply
     * @param mediaType without parameters, in lower case; empty if OctoPrint does not tell
     * @param content of a picture, in Base64; null without one
     * @param took the test and the way to OctoPrint and back
     */
    public record Reply(int status, String mediaType, @Nullable String content, Duration took) {}

    /** A GET with the certificate checked. */
    Reply request(String url, Duration timeout) throws PrinterApiException {
        ObjectNode command = command("url").put("url", url).put("method", "GET");
        command.put("timeout", seconds(timeout)).put("status", 401);
        return reply(command);
    }

    /** A GET of a picture with the certificate unchecked, as the plugin does. */
    public Reply picture(String url, Duration timeout) throws PrinterApiException {
        ObjectNode command = command("url").put("url", url).put("method", "GET");
        command.put("timeout", seconds(timeout)).put("response", "bytes");
        command.put("content_type_guess", true).put("validSsl", false);
        command.putArray("content_type_whitelist").add("image/*");
        return reply(command);
    }

    /** Whether a name has an address. */
    boolean resolves(String name) throws PrinterApiException {
        return result(command("resolution").put("name", name));
    }

    /** Whether a TCP connection can be opened. */
    boolean connects(String host, int port, Duration timeout) throws PrinterApiException {
        return result(
                command("server")
                        .put("host", host)
                        .put("port", port)
                        .put("timeout", seconds(timeout)));
    }

    /** Whether OctoPrint itself answers; waits for no test. */
    String version() throws PrinterApiException {
        return calls.get("/api/version").path("server").asString("");
    }

    /** Too many tests are under way. */
    static final class Busy extends RuntimeException {
        @Serial private static final long serialVersionUID = 1L;

        Busy() {
            super(null, null, false, false);
        }
    }

    private JsonNode call(ObjectNode command) throws PrinterApiException {
        try {
            if (!permits.tryAcquire(PATIENCE.toMillis(), TimeUnit.MILLISECONDS)) {
                throw new Busy();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new PrinterApiException(PrinterApiException.Problem.CANCELLED);
        }
        try {
            return calls.post(PATH, command);
        } finally {
            permits.release();
        }
    }

    private Reply reply(ObjectNode command) throws PrinterApiException {
        long begun = nanos.getAsLong();
        JsonNode answer = call(command);
        Duration took = Duration.ofNanos(nanos.getAsLong() - begun);
        JsonNode status = answer.path("status");
        if (!status.isIntegralNumber() || !status.canConvertToInt()) {
            throw garbage();
        }
        JsonNode response = answer.path("response");
        JsonNode type = response.path("assumed_content_type");
        JsonNode content = response.path("content");
        return new Reply(
                status.intValue(),
                type.isString() ? mediaType(type.stringValue()) : "",
                content.isString() ? content.stringValue() : null,
                took);
    }

    private boolean result(ObjectNode command) throws PrinterApiException {
        JsonNode result = call(command).path("result");
        if (!result.isBoolean()) {
            throw garbage();
        }
        return result.booleanValue();
    }

    /** As it is repeated in reports: nothing but a media type (RFC 9110, 8.3.1). */
    private static String mediaType(String header) {
        String type = header.split(";", 2)[0].strip().toLowerCase(Locale.ROOT);
        return type.matches("[a-z]{1,20}/[a-z0-9.+-]{1,40}") ? type : "";
    }

    private static ObjectNode command(String name) {
        return JsonNodeFactory.instance.objectNode().put("command", name);
    }

    private static long seconds(Duration timeout) {
        return Math.max(1, timeout.toSeconds());
    }

    private static PrinterApiException garbage() {
        return new PrinterApiException(PrinterApiException.Problem.GARBAGE);
    }
}
