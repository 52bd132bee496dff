package dev.linkscope.launch;

import dev.linkscope.domain.diagnosis.Failure;
import dev.linkscope.domain.diagnosis.FailureCode;
import dev.linkscope.domain.printer.Printer;
import dev.linkscope.domain.printer.Target;
import dev.linkscope.domain.probe.TargetUrl;
import dev.linkscope.engine.OctoPrintDesk;
import dev.linkscope.engine.port.LinkException;
import dev.linkscope.engine.port.LinkQuestions;
import dev.linkscope.engine.port.PrinterApiException;
import dev.linkscope.engine.port.PrinterApiException.Problem;
import dev.linkscope.octoprint.change.Door;
import dev.linkscope.ssh.SshLinks;

/** The ways to change something in printers' OctoPrints, with the keys of their users. */
final class OctoPrintDoors implements Door.Doors {
    private final OctoPrintDesk desk;
    private final SshLinks ssh;

    OctoPrintDoors(OctoPrintDesk desk, SshLinks ssh) {
        this.desk = desk;
        this.ssh = ssh;
    }

    @Override
    public Door of(Printer printer, LinkQuestions questions)
            throws LinkException, PrinterApiException {
        if (printer.target() instanceof Target.Simulated) {
            throw new LinkException(Failure.of(FailureCode.FIX_NO_WAY, printer.name()), null, null);
        }
        TargetUrl octoPrint =
                desk.addressOf(printer)
                        .orElseThrow(() -> new PrinterApiException(Problem.WRONG_KEY));
        char[] key =
                OctoPrintDesk.isMoonraker(octoPrint)
                        ? new char[0]
                        : desk.key(octoPrint)
                                .orElseThrow(() -> new PrinterApiException(Problem.WRONG_KEY));
        return new Door(
                octoPrint,
                key,
                printer.target() instanceof Target.Ssh target
                        ? () -> ssh.tunnel(target, questions)
                        : null,
                printer.target() instanceof Target.Local);
    }
}
