package dev.linkscope.octoprint.vantage;

import dev.linkscope.domain.printer.CameraAddress;
import dev.linkscope.domain.probe.Phase;
import dev.linkscope.engine.port.PrinterApiException;
import dev.linkscope.engine.port.ProbeSpec;
import java.time.Duration;
import java.util.Base64;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Consumer;
import java.util.zip.CRC32;
import org.jspecify.annotations.Nullable;

/** The camera's snapshot, fetched by OctoPrint at the address that the plugin would ask. */
final class CameraProbe implements Probe {
    /** The plugin gives up there. */
    private static final int MOST_BYTES = 5_000_000;

    private final ConnectionTests tests;
    private final NoReply noReply;
    private final String url;
    private final ProbeSpec.@Nullable Auth auth;
    private String lastPicture = "";
    private int same;

    CameraProbe(
            ConnectionTests tests, String url, ProbeSpec.@Nullable Auth auth, Duration deadline) {
        this.tests = tests;
        this.noReply = new NoReply(tests, deadline);
        this.url = url;
        this.auth = auth;
    }

    @Override
    public Verdict run(Consumer<Verdict> soFar) throws PrinterApiException {
        if (auth != null && auth != ProbeSpec.Auth.BASIC) {
            return Verdict.skipped("unsupported");
        }
        switch (CameraAddress.formOf(url)) {
            case BLANK -> {
                return Verdict.failed(Phase.REQUEST, "no_url");
            }
            case HOST_AS_SCHEME, OTHER_SCHEME, WEBRTC, RTSP -> {
                return Verdict.failed(Phase.REQUEST, "bad_scheme");
            }
            case NO_HOST -> {
                return Verdict.failed(Phase.REQUEST, "bad_url");
            }
            default -> {
                // Something that can be asked.
            }
        }
        if (CameraAddress.namesStream(url)) {
            // OctoPrint would read a stream for ever, and one of its workers with it.
            return Verdict.failed(Phase.RESPONSE, "stream_not_snapshot");
        }
        String full = CameraAddress.full(url);
        ConnectionTests.Reply reply = tests.picture(full, noReply.limit());
        if (reply.status() == 0) {
            return noReply.why(full, reply.took(), soFar);
        }
        noReply.over();
        var details = new HashMap<String, String>();
        details.put("status", String.valueOf(reply.status()));
        if (!reply.mediaType().isEmpty()) {
            details.put("type", reply.mediaType());
        }
        return judge(reply, details).with(details);
    }

    private Verdict judge(ConnectionTests.Reply reply, Map<String, String> details) {
        int status = reply.status();
        if (status / 100 != 2) {
            return Verdict.failed(
                    Phase.RESPONSE,
                    switch (status) {
                        case 401 -> "login_needed";
                        case 404 -> "not_found";
                        default -> other(status / 100);
                    });
        }
        if (reply.mediaType().startsWith("multipart/")) {
            return Verdict.failed(Phase.RESPONSE, "stream_not_snapshot");
        }
        String content = reply.content();
        if (content == null) {
            return Verdict.failed(Phase.RESPONSE, "not_a_picture");
        }
        return content.length() / 4L * 3 > MOST_BYTES
                ? Verdict.failed(Phase.BODY, "too_large")
                : picture(content, details);
    }

    private static String other(int hundreds) {
        return switch (hundreds) {
            case 3 -> "redirect";
            case 4 -> "http_4xx";
            case 5 -> "http_5xx";
            default -> "garbage";
        };
    }

    private Verdict picture(String content, Map<String, String> details) {
        byte[] bytes;
        try {
            bytes = Base64.getDecoder().decode(content);
        } catch (IllegalArgumentException e) {
            return Verdict.failed(Phase.BODY, "garbage");
        }
        details.put("size", String.valueOf(bytes.length));
        if (bytes.length == 0) {
            return Verdict.failed(Phase.BODY, "empty");
        }
        if (bytes.length < 2 || (bytes[0] & 0xFF) != 0xFF || (bytes[1] & 0xFF) != 0xD8) {
            return bytes[0] == '<'
                    ? Verdict.failed(Phase.RESPONSE, "not_a_picture")
                    : Verdict.failed(Phase.BODY, "not_jpeg");
        }
        if (!ends(bytes)) {
            return Verdict.failed(Phase.BODY, "cut_off");
        }
        var crc = new CRC32();
        crc.update(bytes);
        String hash = "%08x".formatted(crc.getValue());
        details.put("hash", hash);
        details.put("same", String.valueOf(sameAs(hash + bytes.length)));
        return Verdict.ok();
    }

    /** Whether there is an end marker; some cameras pad what is behind it. */
    private static boolean ends(byte[] bytes) {
        for (int i = bytes.length - 2; i >= Math.max(2, bytes.length - 4_096); i--) {
            if ((bytes[i] & 0xFF) == 0xFF && (bytes[i + 1] & 0xFF) == 0xD9) {
                return true;
            }
        }
        return false;
    }

    private synchronized int sameAs(String picture) {
        same = picture.equals(lastPicture) ? same + 1 : 1;
        lastPicture = picture;
        return same;
    }
}
