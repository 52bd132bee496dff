package dev.linkscope.launch;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What the command line takes for the address of a server. */
final class WebAddress {
    /** Scheme, user information, host or bracketed address, port, and anything behind. */
    private static final Pattern FORM =
            Pattern.compile(
                    "(?i)https?://(?:[^/?#\\s]*@)?(?:\\[[0-9a-f:.%]+]|[^\\[\\]/?#@:\\s]+)"
                            + "(?::(?<port>\\d{1,5}))?(?:[/?#].*)?");

    private WebAddress() {}

    /** Whether it has a scheme, a host, and a port that there is, if it has one. */
    static boolean isUsable(String url) {
        Matcher parts = FORM.matcher(url);
        return parts.matches() && (parts.group("port") == null || isPort(parts.group("port")));
    }

    private static boolean isPort(String digits) {
        int port = Integer.parseInt(digits);
        return port >= 1 && port <= 65_535;
    }
}
