package dev.linkscope.octoprint.change;

import dev.linkscope.domain.printer.CameraAddress;
import dev.linkscope.domain.printer.CameraAddress.Form;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Addresses at which a camera may be, the likeliest and nearest to what is configured first. By the
 * conventions of mjpg-streamer, ustreamer, camera-streamer, crowsnest and the proxy of OctoPi.
 */
final class Candidates {
    private static final String SNAPSHOT = "action=snapshot";
    private static final String STREAM = "action=stream";

    /** mjpg-streamer has 8080, and so have ustreamer, camera-streamer and crowsnest; then more. */
    private static final List<Integer> PORTS = List.of(8080, 8081, 8082, 8083, 1984, 8554);

    /** Of a proxy on port 80, on OctoPi and on images of Mainsail. */
    private static final List<String> FOLDERS = List.of("/webcam/", "/webcam2/");

    private static final List<String> SNAPSHOTS = List.of("/?" + SNAPSHOT, "/snapshot");
    private static final List<String> STREAMS = List.of("/?" + STREAM, "/stream");

    private static final Pattern HTTP =
            Pattern.compile("(https?://[^/?#]+)([^?#]*)(\\?[^#]*)?", Pattern.CASE_INSENSITIVE);
    private static final Pattern RELATIVE = Pattern.compile("(/[^?#]*)(\\?[^#]*)?");
    private static final Pattern ACTION = Pattern.compile("action=[A-Za-z_]*");
    private static final Pattern LOOPBACK =
            Pattern.compile("https?://(localhost|127\\.[0-9.]+|\\[::1])([:/].*)?");

    private Candidates() {}

    /**
     * Addresses of a snapshot; all absolute, as OctoPrint itself wants it.
     *
     * @param snapshot as configured
     * @param stream as configured
     * @param taken what belongs to other cameras
     */
    static List<String> snapshots(String snapshot, String stream, Set<String> taken) {
        var found = new LinkedHashSet<String>();
        for (String mended : mended(snapshot)) {
            found.addAll(variants(CameraAddress.full(mended), SNAPSHOT, SNAPSHOTS));
        }
        for (String mended : mended(stream)) {
            found.addAll(variants(CameraAddress.full(mended), SNAPSHOT, SNAPSHOTS));
        }
        for (int port : PORTS) {
            SNAPSHOTS.forEach(path -> found.add("http://127.0.0.1:" + port + path));
            if (port == PORTS.getFirst()) {
                FOLDERS.forEach(path -> found.add("http://127.0.0.1" + path + "?" + SNAPSHOT));
            }
        }
        found.remove(CameraAddress.full(stream));
        found.removeAll(taken);
        return List.copyOf(found);
    }

    /**
     * Addresses of a stream; may be relative, as browsers on other computers need it.
     *
     * @param stream as configured
     * @param snapshot one that gives pictures
     * @param taken what belongs to other cameras
     */
    static List<String> streams(String stream, String snapshot, Set<String> taken) {
        var found = new LinkedHashSet<String>();
        for (String mended : mended(stream)) {
            found.addAll(variants(mended, STREAM, STREAMS));
        }
        FOLDERS.stream().limit(1).forEach(path -> found.add(path + "?" + STREAM));
        for (String mended : mended(snapshot)) {
            found.addAll(variants(mended, STREAM, STREAMS));
        }
        found.removeAll(taken);
        return List.copyOf(found);
    }

    /** Whether only the printer's computer itself reaches it, and no browser elsewhere. */
    static boolean isLoopback(String address) {
        return LOOPBACK.matcher(address).matches();
    }

    /** The text as it may have been meant; empty if it is nothing that HTTP could serve. */
    private static List<String> mended(String text) {
        String address = text.strip();
        Form form = CameraAddress.formOf(address);
        return switch (form) {
            case BLANK, WEBRTC, RTSP, HLS, VIDEO -> List.of();
            case NO_SCHEME, HOST_AS_SCHEME -> List.of("http://" + address);
            case DOUBLE_SLASH -> List.of("http:" + address);
            case OTHER_SCHEME -> List.of("http" + address.substring(address.indexOf("://")));
            case NO_HOST -> List.of(withHost(address));
            case RELATIVE -> List.of(address.startsWith("/") ? address : "/" + address);
            case ABSOLUTE, USER_INFO -> List.of(address);
        };
    }

    /** {@code http:host/…} lacks its slashes, {@code http:///path} its host. */
    private static String withHost(String address) {
        String rest = address.replaceFirst("(?i)^https?:/*", "");
        Form form = CameraAddress.formOf(rest);
        boolean host = form == Form.NO_SCHEME || form == Form.HOST_AS_SCHEME;
        return "http://" + (host ? rest : "localhost/" + rest);
    }

    /**
     * The same address, asked for what is wanted.
     *
     * @param action of mjpg-streamer
     * @param paths where servers have it
     */
    private static List<String> variants(String address, String action, List<String> paths) {
        Matcher parts = HTTP.matcher(address);
        boolean absolute = parts.matches();
        if (!absolute) {
            parts = RELATIVE.matcher(address);
            if (!parts.matches()) {
                return List.of();
            }
        }
        String place = absolute ? parts.group(1) : "";
        String path = parts.group(absolute ? 2 : 1);
        String query = parts.group(absolute ? 3 : 2);
        var found = new LinkedHashSet<String>();
        if (query != null && ACTION.matcher(query).find()) {
            String asked = ACTION.matcher(query).replaceFirst(action);
            found.add(place + (path.isEmpty() ? "/" : path) + asked);
            if (!path.endsWith("/")) {
                found.add(place + path + "/" + asked);
            }
        } else if (query != null) {
            // Parameters of a network camera: only it knows what they mean.
            found.add(address);
        } else {
            found.add(address);
            String folder = path.replaceFirst("(?i)/(stream|snapshot|video)/?$", "");
            String from = folder.endsWith("/") ? folder.substring(0, folder.length() - 1) : folder;
            paths.forEach(last -> found.add(place + from + last));
        }
        if (absolute) {
            paths.forEach(last -> found.add(place + last));
        }
        return List.copyOf(found);
    }
}
