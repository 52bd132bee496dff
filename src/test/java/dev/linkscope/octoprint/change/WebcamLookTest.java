package dev.linkscope.octoprint.change;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.awaitility.Awaitility.await;

import dev.linkscope.domain.diagnosis.FailureCode;
import dev.linkscope.domain.fix.ValueChange;
import dev.linkscope.engine.port.FixAction.Obstacle;
import dev.linkscope.engine.port.FixAction.Preview;
import dev.linkscope.engine.port.LinkException;
import dev.linkscope.octoprint.CameraServer;
import dev.linkscope.octoprint.RawServer;
import dev.linkscope.octoprint.RawServer.Answer;
import dev.linkscope.octoprint.Recorded;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** What is found, and what is in the way. */
class WebcamLookTest extends WebcamTestCase {
    static Stream<Arguments> usualMistakes() {
        String proxied = "http://localhost/webcam/?action=snapshot";
        String local = "http://localhost:8080/?action=snapshot";
        return Stream.of(
                Arguments.of("localhost:8080/?action=snapshot", local),
                Arguments.of("127.0.0.1:8080/?action=snapshot", SNAPSHOT),
                Arguments.of("http://127.0.0.1:8080/?action=stream", SNAPSHOT),
                Arguments.of("http://127.0.0.1:8080", SNAPSHOT),
                Arguments.of("http://127.0.0.1:8080/snapshot", SNAPSHOT),
                Arguments.of("http://127.0.0.1:8080/?action=snap", SNAPSHOT),
                Arguments.of("http:127.0.0.1:8080/?action=snapshot", SNAPSHOT),
                Arguments.of("http:///webcam/?action=snapshot", proxied),
                Arguments.of("/webcam?action=snapshot", proxied),
                Arguments.of("http://localhost/webcam/?action=stream", proxied),
                Arguments.of("webrtc://octopi/webcam", proxied),
                Arguments.of("", proxied));
    }

    @ParameterizedTest
    @MethodSource
    void usualMistakes(String configured, String expected) throws Exception {
        start("1.11", configured, STREAM);
        octoPi();

        Preview shown = look();

        assertThat(shown.possible()).as(everything(shown)).isTrue();
        carryOut(shown);
        assertThat(octoPrint.address("snapshot")).isEqualTo(expected);
        assertThat(octoPrint.address("stream")).isEqualTo(STREAM);
        undo(shown);
        assertThat(octoPrint.address("snapshot")).isEqualTo(configured);
    }

    @Test
    void whatWorksIsLeft() throws Exception {
        start("1.11", "/webcam/?action=snapshot", "webrtc://octopi/stream");
        octoPi();
        Preview shown = look();
        assertThat(shown.obstacles()).containsExactly(Obstacle.ALREADY_SO);
        assertThat(texts(shown.said())).contains("webrtc://octopi/stream", "left as it is");
        assertThat(carryOut(shown)).isEmpty();
        assertThat(octoPrint.changing()).isEmpty();
    }

    @Test
    void saysWhatWasTriedWhereNothingIs() throws Exception {
        start("1.11", "http://127.0.0.1:8080/?action=snapshot", STREAM);
        RawServer proxy =
                closing(new RawServer())
                        .otherwise(
                                Answer.bytes(
                                        Recorded.bytes("haproxy-webcam-down-503.first-bytes.bin")));
        pi.listens("localhost:80", proxy.port()).listens("127.0.0.1:80", proxy.port());

        Preview shown = look();

        assertThat(shown.obstacles()).containsExactly(Obstacle.NOT_HERE);
        assertThat(shown.undo()).isNull();
        assertThat(texts(shown.said()))
                .contains(
                        "No address gave a picture",
                        "http://127.0.0.1:8080/?action=snapshot: nothing answers there",
                        "refused with HTTP status 503");
        // A port where nothing listens is asked once.
        assertThat(pi.asked()).containsOnlyOnce("127.0.0.1:8080", "127.0.0.1:8554");
        assertThat(octoPrint.changing()).isEmpty();
    }

    @Test
    void aPictureWithoutSignalIsNone() throws Exception {
        start("1.11", SNAPSHOT, STREAM);
        RawServer camera = closing(CameraServer.withoutCamera());
        pi.listens("127.0.0.1:8080", camera.port());
        Preview shown = look();
        assertThat(shown.obstacles()).containsExactly(Obstacle.NOT_HERE);
        assertThat(texts(shown.said())).contains("says that it has no camera");
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void withoutAWayToThePiOctoPrintItselfTries(boolean sshForwardsNothing) throws Exception {
        hasWay = sshForwardsNothing;
        pi.closed = true;
        RawServer camera = closing(CameraServer.mjpgStreamer());
        String base = "http://127.0.0.1:" + camera.port();
        start("1.11", base + "/?action=stream", base + "/?action=stream");

        Preview shown = look();

        assertThat(shown.changes()).hasSize(1);
        assertThat(shown.changes().getFirst().after()).isEqualTo(base + "/?action=snapshot");
        assertThat(texts(shown.said())).contains("without an SSH login it cannot be tried");
        assertThat(octoPrint.changing()).isNotEmpty().containsOnly("POST /api/util/test");
        assertThat(camera.requests()).noneMatch(request -> request.contains("action=stream"));
    }

    @Test
    void anInterruptEndsTheLook() throws Exception {
        start("1.11", SNAPSHOT, STREAM);
        RawServer stuck = closing(new RawServer()).otherwise(out -> Thread.sleep(20_000));
        pi.listens("127.0.0.1:8080", stuck.port());
        var code = new AtomicReference<FailureCode>();
        Thread looking =
                Thread.ofPlatform()
                        .start(() ->
                                code.set(
                                        catchThrowableOfType(LinkException.class, this::look)
                                                .failure()
                                                .code()));
        await().until(() -> !stuck.requests().isEmpty());
        looking.interrupt();
        assertThat(looking.join(Duration.ofSeconds(2))).isTrue();
        assertThat(code).hasValue(FailureCode.CANCELLED);
    }

    @Test
    void aStreamForThisComputerAloneIsSaidToBeOne() throws Exception {
        start("1.11", SNAPSHOT, "");
        pi.listens("127.0.0.1:8080", closing(CameraServer.mjpgStreamer()).port());
        Preview shown = look();
        assertThat(shown.changes())
                .containsExactly(
                        new ValueChange(
                                "plugins.classicwebcam.stream",
                                null,
                                "http://127.0.0.1:8080/?action=stream"));
        assertThat(texts(shown.said())).contains("Browsers on other computers cannot");
    }

    @Test
    void camerasOfOtherPluginsAreTheirs() throws Exception {
        start("1.11", "http://nowhere/", "webrtc://nowhere/");
        octoPi();
        var webcam = (ObjectNode) octoPrint.state.settings.path("webcam");
        ObjectNode other = ((ArrayNode) webcam.path("webcams")).addObject();
        other.put("name", "second").put("provider", "multicam");
        other.putObject("compat").put("snapshot", SNAPSHOT);

        // It has the usual place: the next one is taken.
        assertThat(look().changes().getFirst().after())
                .isEqualTo("http://127.0.0.1/webcam/?action=snapshot");

        var obico = (ObjectNode) octoPrint.state.settings.path("plugins").path("obico");
        obico.putArray("webcams").addObject().put("name", "second").put("is_primary_camera", true);
        Preview shown = look();
        assertThat(shown.obstacles()).containsExactly(Obstacle.NOT_HERE);
        assertThat(texts(shown.said())).contains("\"multicam\"");

        obico.putArray("webcams");
        webcam.putArray("webcams");
        ((ObjectNode) octoPrint.state.settings.path("plugins")).remove("classicwebcam");
        assertThat(texts(look().said())).contains("Classic Webcam is switched off");
    }

    @ParameterizedTest
    @CsvSource({"wrong, key", "operatorkey, SETTINGS"})
    void whoMayNotIsToldBefore(String other, String said) throws Exception {
        start("1.11", "http://nowhere/", STREAM);
        key = other;
        Preview shown = look();
        assertThat(shown.obstacles()).containsExactly(Obstacle.NO_KEY);
        assertThat(texts(shown.said())).contains(said);
        assertThat(octoPrint.changing()).isEmpty();
        assertThat(pi.asked()).isEmpty();
    }

    @Test
    void notSetUpAndNotThere() throws Exception {
        start("1.11");
        octoPrint.firstRun = true;
        assertThat(look().obstacles()).containsExactly(Obstacle.NO_KEY);
        octoPrint.close();
        failure(FailureCode.OCTOPRINT_UNREACHABLE, this::look);
    }
}
