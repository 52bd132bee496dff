package dev.linkscope.launch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.linkscope.domain.diagnosis.FailureCode;
import dev.linkscope.domain.fix.ActionCall;
import dev.linkscope.domain.printer.Printer;
import dev.linkscope.domain.printer.PrinterId;
import dev.linkscope.domain.printer.Target;
import dev.linkscope.domain.probe.TargetUrl;
import dev.linkscope.engine.OctoPrintDesk;
import dev.linkscope.engine.port.FixAction;
import dev.linkscope.engine.port.LinkException;
import dev.linkscope.engine.port.LinkQuestions;
import dev.linkscope.engine.port.PrinterApiException;
import dev.linkscope.engine.port.PrinterApiException.Problem;
import dev.linkscope.ssh.SshLinks;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OctoPrintDoorsTest {
    @TempDir Path home;

    private static Printer printer(Target target) {
        return new Printer(
                PrinterId.random(), "Prusa", target, Printer.CLOUD, null, Printer.DEFAULT_CADENCE);
    }

    @Test
    void onlyWhereSomebodySignedIn() {
        try (OctoPrintDesk desk = OctoPrintDesk.closed();
                SshLinks ssh = new SshLinks(Wiring.ssh(home.resolve("known_hosts"), false))) {
            var doors = new OctoPrintDoors(desk, ssh);
            assertThat(
                            catchThrowableOfType(
                                            LinkException.class,
                                            () ->
                                                    doors.of(
                                                            printer(new Target.Simulated("x")),
                                                            LinkQuestions.NOBODY))
                                    .failure()
                                    .code())
                    .isEqualTo(FailureCode.FIX_NO_WAY);
            for (Target target :
                    new Target[] {
                        new Target.Local(),
                        new Target.OctoPrint(new TargetUrl("http://octopi.local"))
                    }) {
                assertThat(
                                catchThrowableOfType(
                                                PrinterApiException.class,
                                                () ->
                                                        doors.of(
                                                                printer(target),
                                                                LinkQuestions.NOBODY))
                                        .problem())
                        .isEqualTo(Problem.WRONG_KEY);
            }
            assertThat(Wiring.octoPrintActions(desk, ssh).stream().map(FixAction::id))
                    .containsExactly("webcam.address", "octoprint.restart", "log.debug");
        }
    }

    @Test
    void moonrakerNeedsNoKeyAndHasNothingToChange() throws Exception {
        Printer klipper = printer(new Target.OctoPrint(new TargetUrl("http://klipper.local:7125")));
        try (OctoPrintDesk desk = OctoPrintDesk.closed();
                SshLinks ssh = new SshLinks(Wiring.ssh(home.resolve("known_hosts"), false))) {
            for (FixAction action : Wiring.octoPrintActions(desk, ssh)) {
                var call = new ActionCall(action.id(), Map.of());
                assertThat(action.look(klipper, call, LinkQuestions.NOBODY).obstacles())
                        .containsExactly(FixAction.Obstacle.NOT_HERE);
            }
        }
    }
}
