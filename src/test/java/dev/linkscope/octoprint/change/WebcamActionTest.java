package dev.linkscope.octoprint.change;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.awaitility.Awaitility.await;

import dev.linkscope.domain.diagnosis.FailureCode;
import dev.linkscope.domain.fix.ValueChange;
import dev.linkscope.engine.port.FixAction.Obstacle;
import dev.linkscope.engine.port.FixAction.Preview;
import dev.linkscope.engine.port.FixAction.Standing;
import dev.linkscope.engine.port.LinkException;
import dev.linkscope.engine.port.SecretStore;
import dev.linkscope.octoprint.CameraServer;
import dev.linkscope.octoprint.RawServer;
import dev.linkscope.octoprint.RawServer.Answer;
import dev.linkscope.octoprint.Recorded;
import dev.linkscope.octoprint.change.StatefulOctoPrint.Cut;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

class WebcamActionTest extends ChangeTestCase {
    private static final String SNAPSHOT = "http://127.0.0.1:8080/?action=snapshot";
    private static final String STREAM = "/webcam/?action=stream";

    WebcamActionTest() {
        super(WebcamAction.ID);
    }

    /** OctoPi: the camera on 8080, and the proxy before it on 80. */
    private void octoPi(RawServer camera) throws Exception {
        RawServer proxy =
                closing(new RawServer())
                        .at("/webcam/?action=snapshot", CameraServer.snapshot())
                        .at("/webcam/?action=stream", CameraServer.stream());
        pi.listens("127.0.0.1:8080", camera.port())
                .listens("localhost:8080", camera.port())
                .listens("localhost:80", proxy.port())
                .listens("127.0.0.1:80", proxy.port());
    }

    private void octoPi() throws Exception {
        octoPi(closing(CameraServer.mjpgStreamer()));
    }

    private void start(String version, String snapshot, String stream) throws Exception {
        start(version);
        octoPrint.camera(snapshot, stream);
    }

    @ParameterizedTest
    @ValueSource(strings = {"1.8", "1.9", "1.10", "1.11"})
    void findsWritesAndRestores(String version) throws Exception {
        start(version, "http://127.0.0.1:8081/?action=snapshot", "http://octopi.local:9/?s");
        octoPi();
        String before = octoPrint.all();

        Preview shown = look();

        assertThat(octoPrint.changing()).isEmpty();
        assertThat(octoPrint.all()).isEqualTo(before);
        assertThat(shown.possible()).isTrue();
        String folder = version.equals("1.8") ? "webcam." : "plugins.classicwebcam.";
        String suffix = version.equals("1.8") ? "Url" : "";
        assertThat(shown.changes())
                .containsExactly(
                        new ValueChange(
                                folder + "snapshot" + suffix,
                                "http://127.0.0.1:8081/?action=snapshot",
                                SNAPSHOT),
                        new ValueChange(
                                folder + "stream" + suffix, "http://octopi.local:9/?…", STREAM));
        assertThat(shown.commands().getFirst())
                .startsWith("POST /api/settings {")
                .contains(SNAPSHOT, STREAM);
        assertThat(texts(shown.said())).contains("has to be restarted afterwards");
        assertThat(standing(shown)).isEqualTo(Standing.NOT_IN_PLACE);

        assertThat(texts(carryOut(shown))).contains("once OctoPrint was restarted");
        carryOut(shown);
        assertThat(octoPrint.changing()).containsExactly("POST /api/settings");
        assertThat(octoPrint.address("snapshot")).isEqualTo(SNAPSHOT);
        assertThat(octoPrint.address("stream")).isEqualTo(STREAM);
        assertThat(standing(shown)).isEqualTo(Standing.IN_PLACE);
        assertThat(look().obstacles()).containsExactly(Obstacle.ALREADY_SO);

        undo(shown);
        undo(shown);
        assertThat(octoPrint.all()).isEqualTo(before);
        assertThat(octoPrint.changing()).hasSize(2);
        assertThat(standing(shown)).isEqualTo(Standing.NOT_IN_PLACE);
    }

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

    @Test
    void passwordsStayInTheKeychain() throws Exception {
        String configured = "http://u:canary@cam.local/?action=stream";
        start("1.11", configured, STREAM);
        octoPi();
        pi.listens("cam.local:80", closing(CameraServer.withLogin("u", "canary")).port());

        Preview shown = look();

        assertThat(everything(shown)).doesNotContain("canary").contains("kept in the keychain");
        assertThat(keychain.kept).isEmpty();
        carryOut(shown);
        assertThat(octoPrint.address("snapshot"))
                .isEqualTo("http://u:canary@cam.local/?action=snapshot");
        assertThat(keychain.kept.keySet()).hasSize(1).allMatch(name -> name.startsWith("fix/"));

        restartProgram();
        assertThat(standing(shown)).isEqualTo(Standing.IN_PLACE);
        undo(shown);
        assertThat(octoPrint.address("snapshot")).isEqualTo(configured);
    }

    @Test
    void withoutAKeychainItCanBeUndoneUntilTheEnd() throws Exception {
        secrets = SecretStore.NONE;
        String configured = "http://u:canary@nowhere/?x";
        start("1.11", configured, STREAM);
        octoPi();
        Preview shown = look();
        assertThat(everything(shown)).doesNotContain("canary").contains("until Linkscope is");
        carryOut(shown);
        undo(shown);
        assertThat(octoPrint.address("snapshot")).isEqualTo(configured);

        carryOut(shown);
        restartProgram();
        assertThat(standing(shown)).isEqualTo(Standing.CANNOT_BE_TOLD);
        assertThat(failure(FailureCode.FIX_VALUE_GONE, () -> undo(shown)).toString())
                .doesNotContain("canary");
        assertThat(octoPrint.address("snapshot")).doesNotContain("canary");
    }

    @ParameterizedTest
    @EnumSource(
            value = Cut.class,
            names = {"BEFORE", "AFTER"})
    void cutInTheMiddle(Cut cut) throws Exception {
        start("1.10", "http://u:canary@nowhere/", "http://nowhere/");
        octoPi();
        String before = octoPrint.all();
        Preview shown = look();
        octoPrint.cut = cut;
        assertThat(failure(FailureCode.FIX_FAILED, () -> carryOut(shown)).toString())
                .doesNotContain("canary");
        octoPrint.cut = Cut.NEVER;

        boolean applied = cut == Cut.AFTER;
        assertThat(standing(shown)).isEqualTo(applied ? Standing.IN_PLACE : Standing.NOT_IN_PLACE);
        restartProgram();
        carryOut(shown);
        assertThat(standing(shown)).isEqualTo(Standing.IN_PLACE);
        assertThat(octoPrint.changing()).hasSize(applied ? 1 : 2);
        octoPrint.cut = cut;
        failure(FailureCode.FIX_FAILED, () -> undo(shown));
        octoPrint.cut = Cut.NEVER;
        assertThat(standing(shown)).isEqualTo(applied ? Standing.NOT_IN_PLACE : Standing.IN_PLACE);
        undo(shown);
        assertThat(octoPrint.all()).isEqualTo(before);
    }

    @Test
    void partOfIt() throws Exception {
        start("1.11", "http://nowhere/", "http://nowhere/x");
        octoPi();
        Preview shown = look();
        assertThat(shown.changes()).hasSize(2);
        octoPrint.camera("http://nowhere/", STREAM);
        assertThat(standing(shown)).isEqualTo(Standing.IN_PART);
        undo(shown);
        assertThat(octoPrint.address("stream")).isEqualTo("http://nowhere/x");
    }

    @Test
    void whatSomebodyElseSetIsNotOverwritten() throws Exception {
        start("1.11", "http://nowhere/", STREAM);
        octoPi();
        Preview shown = look();
        octoPrint.camera("http://u:canary@new/", STREAM);
        for (int i = 0; i < 2; i++) {
            boolean undo = i == 1;
            assertThat(
                            failure(
                                            FailureCode.FIX_CHANGED_MEANWHILE,
                                            () -> {
                                                if (undo) {
                                                    undo(shown);
                                                } else {
                                                    carryOut(shown);
                                                }
                                            })
                                    .toString())
                    .contains("plugins.classicwebcam.snapshot")
                    .doesNotContain("canary");
        }
        assertThat(octoPrint.changing()).isEmpty();
        assertThat(standing(shown)).isEqualTo(Standing.NOT_IN_PLACE);
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
