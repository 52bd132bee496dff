package dev.linkscope.metrics;

import com.sun.net.httpserver.HttpExchange;
import dev.linkscope.metrics.Answers.Answer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Who may look. On loopback everybody on this computer, but no web page: a page that names this
 * address after its own host (DNS rebinding) is known by the Host header. Beyond it, who has the
 * token.
 */
final class Visitor {
    private static final Pattern LOOPBACK =
            Pattern.compile(
                    "(?:localhost|127(?:\\.\\d{1,3}){3}|\\[::1])(?::\\d{1,5})?",
                    Pattern.CASE_INSENSITIVE);

    private static final String SCHEME = "bearer ";

    private final byte @Nullable [] expected;

    /**
     * The rule.
     *
     * @param token what has to be shown; null on loopback
     */
    Visitor(@Nullable String token) {
        expected = token == null ? null : digest(token);
    }

    /** Why a request is not answered; null if it is. */
    @Nullable Answer refused(HttpExchange exchange) {
        return expected == null
                ? strangeHost(exchange.getRequestHeaders().getFirst("Host"))
                : withoutToken(exchange, expected);
    }

    private static @Nullable Answer strangeHost(@Nullable String host) {
        return host != null && LOOPBACK.matcher(host).matches()
                ? null
                : Answer.text(421, "Ask for 127.0.0.1 or localhost: no other name is answered.");
    }

    private static @Nullable Answer withoutToken(HttpExchange exchange, byte[] expected) {
        String shown = exchange.getRequestHeaders().getFirst("Authorization");
        boolean known =
                shown != null
                        && shown.toLowerCase(Locale.ROOT).startsWith(SCHEME)
                        // Digests are of one length, so that time tells nothing of the token.
                        && MessageDigest.isEqual(
                                expected, digest(shown.substring(SCHEME.length()).strip()));
        if (known) {
            return null;
        }
        exchange.getResponseHeaders().set("WWW-Authenticate", "Bearer realm=\"linkscope\"");
        return Answer.text(401, "Send the token: Authorization: Bearer TOKEN");
    }

    private static byte[] digest(String token) {
        try {
            return MessageDigest.getInstance("SHA-256")
                    .digest(token.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
