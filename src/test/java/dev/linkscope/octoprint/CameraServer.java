package dev.linkscope.octoprint;

import dev.linkscope.octoprint.RawServer.Answer;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.Locale;

/** Servers of cameras on loopback, which answer as recorded ones did. */
public final class CameraServer {
    private static final Path FOLDER = Path.of("src/test/resources/recorded/camera");

    private CameraServer() {}

    /** mjpg-streamer: a snapshot, a stream, and 400 for everything else. */
    public static RawServer mjpgStreamer() throws IOException {
        return new RawServer()
                .at("/?action=snapshot", snapshot())
                .at("/?action=stream", stream())
                .otherwise(Answer.bytes(file("mjpg-streamer-404.first-bytes.bin")));
    }

    /** The same, for whoever has this login alone. */
    public static RawServer withLogin(String user, String password) throws IOException {
        String login = user + ":" + password;
        String right =
                "authorization: basic "
                        + Base64.getEncoder()
                                .encodeToString(login.getBytes(StandardCharsets.UTF_8))
                                .toLowerCase(Locale.ROOT);
        RawServer server = mjpgStreamer();
        Answer refusal = Answer.bytes(file("mjpg-streamer-auth-401.first-bytes.bin"));
        return server.handling(
                request -> request.toLowerCase(Locale.ROOT).contains(right) ? null : refusal);
    }

    /** ustreamer whose camera was pulled out. */
    public static RawServer withoutCamera() throws IOException {
        return new RawServer()
                .otherwise(
                        Answer.bytes(
                                joined(
                                        file("ustreamer-nosignal-snapshot.headers"),
                                        file("ustreamer-nosignal-snapshot.jpg"))));
    }

    /** One picture. */
    public static Answer snapshot() {
        return Answer.bytes(
                joined(file("mjpg-streamer-snapshot.headers"), file("mjpg-streamer-snapshot.jpg")));
    }

    /** Pictures until nobody looks any more. */
    public static Answer stream() {
        byte[] frame =
                joined(
                        "--boundarydonotcross\r\nContent-Type: image/jpeg\r\n\r\n"
                                .getBytes(StandardCharsets.US_ASCII),
                        file("mjpg-streamer-snapshot.jpg"));
        byte[] head = file("mjpg-streamer-stream.headers");
        return out -> {
            out.write(head);
            while (!Thread.interrupted()) {
                out.write(frame);
                out.flush();
            }
        };
    }

    private static byte[] joined(byte[] head, byte[] body) {
        var all = new ByteArrayOutputStream();
        all.writeBytes(head);
        all.writeBytes(body);
        return all.toByteArray();
    }

    private static byte[] file(String name) {
        try {
            return Files.readAllBytes(FOLDER.resolve(name));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
