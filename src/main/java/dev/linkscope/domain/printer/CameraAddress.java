package dev.linkscope.domain.printer;

import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * How a camera's address is written, as the Obico plugin would read it: it looks for what has no
 * scheme on port 80 of its own computer, and takes what is before a colon for a scheme.
 */
public final class CameraAddress {
    private static final Pattern SCHEME =
            Pattern.compile("([a-z][a-z0-9+.-]*):(.*)", Pattern.DOTALL | Pattern.CASE_INSENSITIVE);
    private static final Pattern AUTHORITY = Pattern.compile("//([^/?#]*)(.*)", Pattern.DOTALL);

    /** A first segment that is a host rather than a folder. */
    private static final Pattern LIKE_A_HOST =
            Pattern.compile("(localhost|[^/?#]*[.:@][^/?#]*)([/?#].*)?", Pattern.DOTALL);

    private CameraAddress() {}

    /** Ways to write an address. */
    public enum Form {
        BLANK,
        ABSOLUTE,
        /** A path: on port 80 of the computer that asks. */
        RELATIVE,
        /** A host without scheme: taken for a path. */
        NO_SCHEME,
        /** A host and port without scheme: the host is taken for one. */
        HOST_AS_SCHEME,
        /** Begins with two slashes: taken for a path. */
        DOUBLE_SLASH,
        /** Absolute, with user name or password. */
        USER_INFO,
        /** Absolute, without a host. */
        NO_HOST,
        WEBRTC,
        RTSP,
        HLS,
        /** A file of video, such as MP4. */
        VIDEO,
        OTHER_SCHEME;

        /** Name in facts. */
        public String wireName() {
            return name().toLowerCase(Locale.ROOT);
        }

        /** Whether a request of a picture from there would never end, or never begin. */
        public boolean isVideoOnly() {
            return this == WEBRTC || this == RTSP || this == HLS || this == VIDEO;
        }
    }

    /** How an address is written. */
    public static Form formOf(String address) {
        String text = address.strip();
        if (text.isEmpty()) {
            return Form.BLANK;
        }
        Matcher scheme = SCHEME.matcher(text);
        if (scheme.matches()) {
            return withScheme(scheme.group(1).toLowerCase(Locale.ROOT), scheme.group(2));
        }
        Form file = fileForm(text);
        if (file != Form.ABSOLUTE) {
            return file;
        }
        if (text.startsWith("//")) {
            return Form.DOUBLE_SLASH;
        }
        return !text.startsWith("/") && LIKE_A_HOST.matcher(text).matches()
                ? Form.NO_SCHEME
                : Form.RELATIVE;
    }

    /** What the plugin asks for; the text itself where that is nothing that can be asked. */
    public static String full(String address) {
        String text = address.strip();
        if (text.isEmpty() || SCHEME.matcher(text).matches()) {
            return text;
        }
        return "http://localhost/" + (text.startsWith("/") ? text.substring(1) : text);
    }

    /** Whether the address is that of a stream, by the convention of mjpg-streamer. */
    public static boolean namesStream(String address) {
        return address.contains("action=stream") || formOf(address).isVideoOnly();
    }

    private static Form withScheme(String scheme, String rest) {
        return switch (scheme) {
            case "http", "https" -> http(rest);
            case "webrtc", "webrtcs" -> Form.WEBRTC;
            case "rtsp", "rtsps" -> Form.RTSP;
            default -> rest.startsWith("//") ? Form.OTHER_SCHEME : Form.HOST_AS_SCHEME;
        };
    }

    private static Form http(String rest) {
        Matcher parts = AUTHORITY.matcher(rest);
        if (!parts.matches() || parts.group(1).isEmpty()) {
            return Form.NO_HOST;
        }
        Form file = fileForm(parts.group(2));
        if (file != Form.ABSOLUTE) {
            return file;
        }
        return parts.group(1).indexOf('@') >= 0 ? Form.USER_INFO : Form.ABSOLUTE;
    }

    /** Absolute unless the path ends like that of a video. */
    private static Form fileForm(String text) {
        String path = text.split("[?#]", 2)[0].toLowerCase(Locale.ROOT);
        if (path.endsWith(".m3u8")) {
            return Form.HLS;
        }
        return path.endsWith(".mp4") || path.endsWith(".webm") ? Form.VIDEO : Form.ABSOLUTE;
    }
}
