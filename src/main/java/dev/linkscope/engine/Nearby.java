package dev.linkscope.engine;

import dev.linkscope.domain.probe.TargetUrl;
import java.net.URI;
import java.util.Locale;
import java.util.regex.Pattern;

/** Servers in the printer's own network: their owner is the user, and no internet is on the way. */
public final class Nearby {
    /** Loopback, private and link-local addresses: RFC 1122, RFC 1918, RFC 3927, RFC 4193. */
    private static final Pattern PRIVATE =
            Pattern.compile(
                    "127\\.[0-9.]+|10\\.[0-9.]+|192\\.168\\.[0-9.]+|169\\.254\\.[0-9.]+"
                            + "|172\\.(1[6-9]|2[0-9]|3[01])\\.[0-9.]+"
                            + "|\\[(::1|f[cde][0-9a-f:]*)\\]");

    private Nearby() {}

    /**
     * Whether the address of a server says that it is nearby; names other than local ones do not.
     */
    public static boolean is(TargetUrl server) {
        String host = host(server);
        return host.equals("localhost")
                || host.endsWith(".local")
                || PRIVATE.matcher(host).matches();
    }

    private static String host(TargetUrl server) {
        try {
            String host = URI.create(server.value()).getHost();
            return host == null ? "" : host.toLowerCase(Locale.ROOT);
        } catch (IllegalArgumentException e) {
            return "";
        }
    }
}
