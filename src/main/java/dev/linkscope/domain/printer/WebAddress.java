package dev.linkscope.domain.printer;

import dev.linkscope.domain.probe.TargetUrl;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The address of a web page or a stream.
 *
 * @param url as it stands there
 * @param host its host, without brackets
 */
public record WebAddress(TargetUrl url, String host) {
    private static final int LONGEST = 2_000;

    /** Scheme, user information, host or bracketed address, port, and anything behind. */
    private static final Pattern PARTS =
            Pattern.compile(
                    "(?i)(?:https?|rtsp)://(?:[^/?#\\s]*@)?(?<host>\\[[0-9a-f:.%]+]|[^\\[\\]/?#@:\\s]+)"
                            + "(?::(?<port>\\d{1,5}))?(?:[/?#]\\S*)?");

    /** The address that the text is, of a page or of an RTSP stream; null if it is none. */
    public static @Nullable WebAddress of(String text) {
        if (text.length() > LONGEST) {
            return null;
        }
        Matcher parts = PARTS.matcher(text);
        if (!parts.matches() || !isPort(parts.group("port"))) {
            return null;
        }
        String host = parts.group("host");
        String bare = host.startsWith("[") ? host.substring(1, host.length() - 1) : host;
        return HostName.isUsable(bare) ? new WebAddress(new TargetUrl(text), bare) : null;
    }

    /**
     * Whether the text is the address of a page: of HTTP, with a host, and a port that there is.
     */
    public static boolean isPage(String text) {
        return isMeant(text) && of(text) != null;
    }

    /** Whether the text is meant to be the address of a web page. */
    public static boolean isMeant(String text) {
        String start = text.toLowerCase(Locale.ROOT);
        return start.startsWith("http://") || start.startsWith("https://");
    }

    private static boolean isPort(@Nullable String port) {
        return port == null || (Integer.parseInt(port) >= 1 && Integer.parseInt(port) <= 65_535);
    }
}
