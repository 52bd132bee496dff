package dev.linkscope.ssh;

import static org.assertj.core.api.Assertions.assertThat;

import dev.linkscope.domain.fix.ActionCall;
import dev.linkscope.domain.printer.Printer;
import dev.linkscope.domain.printer.PrinterId;
import dev.linkscope.domain.printer.Target;
import dev.linkscope.engine.port.FixAction;
import dev.linkscope.engine.port.FixAction.Preview;
import dev.linkscope.engine.port.LinkQuestions;
import dev.linkscope.engine.port.SecretStore;
import dev.linkscope.octoprint.CameraServer;
import dev.linkscope.octoprint.RawServer;
import dev.linkscope.octoprint.change.Door;
import dev.linkscope.octoprint.change.OctoPrintActions;
import dev.linkscope.octoprint.change.StatefulOctoPrint;
import dev.linkscope.ssh.testkit.TestSshServer;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Addresses of a camera, tried through a real SSH server. */
class WebcamOverSshTest extends SshTestCase {
    @Test
    void findsTheCameraFromTheFarEnd() throws Exception {
        TestSshServer server = closing(TestSshServer.start(home.resolve("server")));
        options = options.withTrustNewHostKeys(true);
        SshLinks links = links();
        Target.Ssh target = target(server);
        StatefulOctoPrint octoPrint = closing(new StatefulOctoPrint("1.11"));
        RawServer camera = closing(CameraServer.mjpgStreamer());
        String base = "localhost:" + camera.port();
        octoPrint.camera(base + "/?action=stream", "http://" + base + "/stream");
        String before = octoPrint.all();
        Door.Doors doors =
                (printer, questions) ->
                        new Door(
                                octoPrint.url(),
                                StatefulOctoPrint.KEY.toCharArray(),
                                () -> links.tunnel(target, questions),
                                false);
        FixAction action = OctoPrintActions.all(doors, SecretStore.NONE).getFirst();
        var call = new ActionCall(action.id(), Map.of());
        var printer =
                new Printer(
                        PrinterId.of(target),
                        "Prusa",
                        target,
                        Printer.CLOUD,
                        null,
                        Printer.DEFAULT_CADENCE);

        Preview shown = action.look(printer, call, LinkQuestions.NOBODY);

        assertThat(octoPrint.changing()).isEmpty();
        action.carryOut(printer, call, shown, LinkQuestions.NOBODY);
        assertThat(octoPrint.address("snapshot")).isEqualTo("http://" + base + "/?action=snapshot");
        assertThat(octoPrint.address("stream")).isEqualTo("http://" + base + "/?action=stream");
        action.undo(printer, call, String.valueOf(shown.undo()), LinkQuestions.NOBODY);
        assertThat(octoPrint.all()).isEqualTo(before);
    }
}
