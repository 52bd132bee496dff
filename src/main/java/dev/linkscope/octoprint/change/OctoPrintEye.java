package dev.linkscope.octoprint.change;

import dev.linkscope.domain.printer.CameraAddress;
import dev.linkscope.engine.port.PrinterApiException;
import dev.linkscope.octoprint.Calls;
import dev.linkscope.octoprint.CameraSight;
import dev.linkscope.octoprint.CameraSight.Kind;
import dev.linkscope.octoprint.vantage.ConnectionTests;
import java.time.Duration;
import java.util.Base64;
import java.util.function.LongSupplier;
import java.util.regex.Pattern;

/**
 * Looks through OctoPrint's own test of addresses, for its administrators. It reads an answer to
 * its end, so that it must never be sent to a stream.
 */
final class OctoPrintEye implements CameraEye {
    private static final Duration LONGEST = Duration.ofSeconds(5);

    /** Paths under which cameras commonly have their stream. */
    private static final Pattern LIKE_A_STREAM =
            Pattern.compile("(?i)/[^/?#]*(stream|video|mjpe?g)[^/?#]*/?([?#].*)?$");

    private final ConnectionTests tests;

    OctoPrintEye(Calls calls, LongSupplier nanos) {
        tests = new ConnectionTests(calls, nanos);
    }

    @Override
    public CameraSight snapshot(String address) throws PrinterApiException {
        if (CameraAddress.namesStream(address) || LIKE_A_STREAM.matcher(address).find()) {
            return CameraSight.without(Kind.STREAM);
        }
        ConnectionTests.Reply reply = tests.picture(address, LONGEST);
        if (reply.status() == 0) {
            boolean late = reply.took().compareTo(LONGEST) >= 0;
            return CameraSight.without(late ? Kind.SILENT : Kind.NOBODY);
        }
        return new CameraSight(kind(reply), reply.status());
    }

    @Override
    public CameraSight stream(String address) {
        throw new UnsupportedOperationException("it would never end");
    }

    @Override
    public boolean seesStreams() {
        return false;
    }

    private static Kind kind(ConnectionTests.Reply reply) {
        if (reply.status() == 401) {
            return Kind.LOGIN;
        }
        if (reply.status() / 100 != 2) {
            return Kind.REFUSED;
        }
        if (reply.mediaType().startsWith("multipart/")) {
            return Kind.STREAM;
        }
        String content = reply.content();
        if (content == null) {
            return reply.mediaType().equals("text/html") ? Kind.PAGE : Kind.OTHER;
        }
        return isPicture(content) ? Kind.PICTURE : Kind.OTHER;
    }

    private static boolean isPicture(String base64) {
        try {
            byte[] bytes = Base64.getDecoder().decode(base64);
            return bytes.length > 2 && (bytes[0] & 0xFF) == 0xFF && (bytes[1] & 0xFF) == 0xD8;
        } catch (IllegalArgumentException e) {
            return false;
        }
    }

    @Override
    public void close() {
        // The calls are not its own.
    }
}
