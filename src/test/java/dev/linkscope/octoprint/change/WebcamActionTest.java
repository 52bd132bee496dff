package dev.linkscope.octoprint.change;

import static org.assertj.core.api.Assertions.assertThat;

import dev.linkscope.domain.diagnosis.FailureCode;
import dev.linkscope.domain.fix.ValueChange;
import dev.linkscope.engine.port.FixAction.Obstacle;
import dev.linkscope.engine.port.FixAction.Preview;
import dev.linkscope.engine.port.FixAction.Standing;
import dev.linkscope.engine.port.SecretStore;
import dev.linkscope.octoprint.CameraServer;
import dev.linkscope.octoprint.change.StatefulOctoPrint.Cut;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class WebcamActionTest extends WebcamTestCase {
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
}
