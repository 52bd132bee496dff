package dev.linkscope.domain.probe;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * URLs without what must not lie on a disk: user name and password before the host, and parameters
 * that cameras take passwords and tokens in. They have to be given again after a restart.
 */
final class CredentialFree {
    /** Scheme, what is between it and the path, and the rest (RFC 3986, appendix B). */
    private static final Pattern PARTS =
            Pattern.compile("^([a-zA-Z][a-zA-Z0-9+.-]*:)?//([^/?#]*)(.*)$", Pattern.DOTALL);

    /** A host as it may stand before a path: a name or an address, perhaps with a port. */
    private static final Pattern HOST = Pattern.compile("(\\[[^\\]]*\\]|[^:]*)(:\\d*)?");

    /** Names of parameters in the snapshot URLs of common network cameras, in lower case. */
    private static final Set<String> SECRET_PARAMETERS =
            Set.of(
                    "_sid",
                    "access_token",
                    "api_key",
                    "apikey",
                    "auth",
                    "key",
                    "loginpas",
                    "loginuse",
                    "pass",
                    "passwd",
                    "password",
                    "pwd",
                    "secret",
                    "sig",
                    "signature",
                    "token",
                    "user",
                    "username",
                    "usr");

    private CredentialFree() {}

    /** The URL without them; the same if it has none. */
    static String of(String url) {
        return withoutSecretParameters(withoutUserInfo(url));
    }

    private static String withoutUserInfo(String url) {
        Matcher parts = PARTS.matcher(url);
        if (!parts.matches()) {
            // Without slashes an @ can only be somebody's user name: user:password@camera/…
            int at = url.lastIndexOf('@');
            return at < 0 || url.startsWith("/") ? url : url.substring(at + 1);
        }
        String scheme = parts.group(1) == null ? "" : parts.group(1);
        String authority = parts.group(2);
        String rest = parts.group(3);
        String host = authority.substring(authority.lastIndexOf('@') + 1);
        boolean credentials = authority.indexOf('@') >= 0 || !HOST.matcher(host).matches();
        int at = rest.lastIndexOf('@');
        if (credentials && at >= 0) {
            // A password with an unescaped slash or the like. Should the @ be the path's after all,
            // too much is cut off a URL that has to be given again anyway.
            return scheme + "//" + rest.substring(at + 1);
        }
        return scheme + "//" + host + rest;
    }

    private static String withoutSecretParameters(String url) {
        int start = url.indexOf('?');
        if (start < 0) {
            return url;
        }
        int hash = url.indexOf('#', start);
        String query = url.substring(start + 1, hash < 0 ? url.length() : hash);
        List<String> kept = new ArrayList<>();
        for (String parameter : query.split("&", -1)) {
            int equals = parameter.indexOf('=');
            String name = equals < 0 ? parameter : parameter.substring(0, equals);
            if (equals < 0 || !SECRET_PARAMETERS.contains(name.toLowerCase(Locale.ROOT))) {
                kept.add(parameter);
            }
        }
        return url.substring(0, start)
                + (kept.isEmpty() ? "" : "?" + String.join("&", kept))
                + (hash < 0 ? "" : url.substring(hash));
    }
}
