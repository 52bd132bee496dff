package dev.linkscope.octoprint;

import static org.assertj.core.api.Assertions.assertThat;

import dev.linkscope.octoprint.CameraSight.Kind;
import dev.linkscope.octoprint.RawServer.Answer;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(30)
class CameraLookTest {
    private final CameraLook look = new CameraLook(null);

    private CameraSight at(RawServer server, String path) throws Exception {
        return look.at(server.url().value() + path);
    }

    @Test
    void seesWhatCamerasAnswer() throws Exception {
        try (RawServer camera = CameraServer.mjpgStreamer();
                RawServer without = CameraServer.withoutCamera()) {
            assertThat(at(camera, "/?action=snapshot"))
                    .isEqualTo(new CameraSight(Kind.PICTURE, 200));
            assertThat(at(camera, "/?action=stream")).isEqualTo(new CameraSight(Kind.STREAM, 200));
            assertThat(at(camera, "/wrong")).isEqualTo(new CameraSight(Kind.REFUSED, 400));
            assertThat(at(without, "/snapshot")).isEqualTo(new CameraSight(Kind.NO_SIGNAL, 200));
        }
    }

    @Test
    void sendsALoginOnlyWhereTheAddressHasOne() throws Exception {
        try (RawServer camera = CameraServer.withLogin("u", "canary")) {
            assertThat(at(camera, "/?action=snapshot").kind()).isEqualTo(Kind.LOGIN);
            String address = "http://u:canary@127.0.0.1:" + camera.port() + "/?action=snapshot";
            assertThat(look.at(address).kind()).isEqualTo(Kind.PICTURE);
            assertThat(camera.requests().getFirst()).doesNotContainIgnoringCase("authorization");
        }
    }

    @Test
    void isNotTakenInByWhatIsNoPicture() throws Exception {
        byte[] jpeg =
                Files.readAllBytes(
                        Path.of("src/test/resources/recorded/camera/mjpg-streamer-snapshot.jpg"));
        try (RawServer server = new RawServer()) {
            server.at("/page", Answer.text("HTTP/1.1 200 OK\r\n\r\n<html>"))
                    .at("/404", Answer.text("HTTP/1.1 404 X\r\n\r\n<html>"))
                    .at("/empty", Answer.text("HTTP/1.1 200 OK\r\nContent-Length: 0\r\n\r\n"))
                    .at(
                            "/cut",
                            out -> {
                                out.write("HTTP/1.0 200 OK\r\n\r\n".getBytes());
                                out.write(jpeg, 0, 5_000);
                            })
                    .at("/none", Answer.text(""))
                    .at(
                            "/parts",
                            Answer.text(
                                    "HTTP/1.0 200 OK\r\nContent-Type: multipart/x\r\n\r\n--x\r\n"))
                    .at("/there", Answer.text("HTTP/1.1 302 X\r\nLocation: /pic\r\n\r\n"))
                    .at("/round", Answer.text("HTTP/1.1 302 X\r\nLocation: /round\r\n\r\n"))
                    .at("/file", Answer.text("HTTP/1.1 302 X\r\nLocation: file:///x\r\n\r\n"))
                    .at("/pic", CameraServer.snapshot())
                    .at(
                            "/endless",
                            out -> {
                                out.write("HTTP/1.0 200 OK\r\n\r\n".getBytes());
                                out.write(jpeg, 0, jpeg.length - 2);
                                while (true) {
                                    out.write(new byte[65_536]);
                                }
                            });
            assertThat(at(server, "/page").kind()).isEqualTo(Kind.PAGE);
            assertThat(at(server, "/404")).isEqualTo(new CameraSight(Kind.REFUSED, 404));
            assertThat(at(server, "/empty").kind()).isEqualTo(Kind.OTHER);
            assertThat(at(server, "/cut").kind()).isEqualTo(Kind.OTHER);
            assertThat(at(server, "/none").kind()).isEqualTo(Kind.OTHER);
            assertThat(at(server, "/parts").kind()).isEqualTo(Kind.OTHER);
            assertThat(at(server, "/there").kind()).isEqualTo(Kind.PICTURE);
            assertThat(at(server, "/round").kind()).isEqualTo(Kind.OTHER);
            assertThat(at(server, "/file").kind()).isEqualTo(Kind.UNUSABLE);
            assertThat(at(server, "/endless").kind()).isEqualTo(Kind.OTHER);
        }
    }

    @Test
    void waitsFiveSecondsForACameraThatIsStuck() throws Exception {
        try (RawServer server = new RawServer()) {
            // mjpg-streamer with a stalled camera takes the request and sends no byte.
            server.otherwise(out -> Thread.sleep(Duration.ofSeconds(20)));
            long begun = System.nanoTime();
            assertThat(at(server, "/?action=snapshot").kind()).isEqualTo(Kind.SILENT);
            assertThat(Duration.ofNanos(System.nanoTime() - begun))
                    .isBetween(Duration.ofSeconds(4), Duration.ofSeconds(8));
        }
    }

    @Test
    void nobodyIsThere() throws Exception {
        int free;
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            free = socket.getLocalPort();
        }
        assertThat(look.at("http://127.0.0.1:" + free + "/").kind()).isEqualTo(Kind.NOBODY);
        assertThat(look.at("http://camera.invalid/").kind()).isEqualTo(Kind.NOBODY);
        assertThat(look.at("rtsp://127.0.0.1/").kind()).isEqualTo(Kind.UNUSABLE);
    }
}
