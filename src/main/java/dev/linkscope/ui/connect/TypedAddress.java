package dev.linkscope.ui.connect;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * An address as people type it: {@code [user@]host[:port]}, IPv6 in brackets or bare.
 *
 * @param user login name; null if not typed
 * @param host name or address
 * @param port 1 to 65535; null if not typed
 */
record TypedAddress(@Nullable String user, String host, @Nullable Integer port) {
    private static final Pattern SHAPE =
            Pattern.compile(
                    "(?:(?<user>[^@\\s-][^@\\s]*)@)?"
                            + "(?:\\[(?<six>[0-9a-fA-F:.%\\w]+)]|(?<host>[\\w][\\w.-]*))"
                            + "(?::(?<port>\\d{1,5}))?");
    private static final Pattern BARE_SIX = Pattern.compile("[0-9a-fA-F]*:[0-9a-fA-F:.]*:[\\w.%]*");
    private static final int HIGHEST_PORT = 65_535;

    /** What was typed; empty if it cannot be an address. */
    static Optional<TypedAddress> parse(String typed) {
        String text = typed.strip();
        if (BARE_SIX.matcher(text).matches()) {
            return Optional.of(new TypedAddress(null, text, null));
        }
        Matcher matcher = SHAPE.matcher(text);
        if (!matcher.matches()) {
            return Optional.empty();
        }
        String digits = matcher.group("port");
        Integer port = digits == null ? null : Integer.valueOf(digits);
        if (port != null && (port < 1 || port > HIGHEST_PORT)) {
            return Optional.empty();
        }
        String six = matcher.group("six");
        String host = six == null ? matcher.group("host") : six;
        return Optional.of(new TypedAddress(matcher.group("user"), host, port));
    }
}
