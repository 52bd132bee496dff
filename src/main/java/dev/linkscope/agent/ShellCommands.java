package dev.linkscope.agent;

import dev.linkscope.engine.port.AgentRequest;
import dev.linkscope.engine.port.ProbeSpec;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Encodes what a client says to an agent of the shell, which has no safe way to read JSON: lines of
 * fields with tabs between them, {@code name=value}. Times are milliseconds. The shell evaluates
 * none of it.
 */
final class ShellCommands {
    /** What is between the scheme of an address and its path, with a login. */
    private static final Pattern LOGIN = Pattern.compile("([A-Za-z][A-Za-z0-9+.-]*://)([^/?#]*)@");

    /** What an address may hold unencoded: RFC 3986, section 2. */
    private static final String IN_ADDRESS = "-._~:/?#[]@!$&'()*+,;=%";

    private ShellCommands() {}

    static byte[] subscribe(AgentRequest request) {
        StringBuilder command = new StringBuilder("subscribe");
        field(command, "id", jsonText(request.subscription()));
        field(command, "lease", millis(request.lease()));
        for (ProbeSpec probe : request.probes()) {
            describe(probe, command.append("\nprobe"));
        }
        return bytes(command.append("\nbegin\n"));
    }

    static byte[] renew() {
        return bytes("renew\n");
    }

    static byte[] stop() {
        return bytes("stop\n");
    }

    private static void describe(ProbeSpec probe, StringBuilder to) {
        field(to, "target", jsonText(probe.target()));
        field(to, "probe", probe.kind().wireName());
        field(to, "cadence", millis(probe.cadence()));
        field(to, "deadline", millis(probe.deadline()));
        field(to, "slots", Integer.toString(probe.slots()));
        if (probe.url() != null) {
            field(to, "url", address(probe.url().value()));
        }
        if (probe.auth() != null) {
            field(to, "auth", probe.auth().wireName());
        }
        if (probe.every() != 1) {
            field(to, "every", Integer.toString(probe.every()));
        }
        if (!probe.spread().isZero()) {
            field(to, "spread", millis(probe.spread()));
        }
    }

    private static void field(StringBuilder to, String name, String value) {
        to.append('\t').append(name).append('=').append(value);
    }

    private static String millis(Duration span) {
        return Long.toString(span.toMillis());
    }

    /** As it may stand between the quotes of JSON, without a quote or a backslash of its own. */
    static String jsonText(String text) {
        StringBuilder safe = new StringBuilder();
        text.chars()
                .forEach(c -> {
                    if (c > ' ' && c < 0x7f && c != '"' && c != '\\') {
                        safe.append((char) c);
                    } else {
                        safe.append(String.format(Locale.ROOT, "\\u%04x", c));
                    }
                });
        return safe.toString();
    }

    /** An address as curl takes it: all that has no place in one is percent-encoded. */
    static String address(String address) {
        Matcher login = LOGIN.matcher(address.strip());
        if (!login.lookingAt()) {
            return encoded(address.strip());
        }
        // Of several signs the last one ends the login.
        return login.group(1)
                + encoded(login.group(2).replace("@", "%40"))
                + "@"
                + encoded(address.strip().substring(login.end()));
    }

    private static String encoded(String text) {
        StringBuilder safe = new StringBuilder();
        for (byte b : text.getBytes(StandardCharsets.UTF_8)) {
            char c = (char) (b & 0xff);
            boolean plain =
                    c < 0x80 && (Character.isLetterOrDigit(c) || IN_ADDRESS.indexOf(c) >= 0);
            safe.append(
                    plain ? Character.toString(c) : String.format(Locale.ROOT, "%%%02X", (int) c));
        }
        return safe.toString();
    }

    private static byte[] bytes(CharSequence text) {
        return text.toString().getBytes(StandardCharsets.US_ASCII);
    }
}
