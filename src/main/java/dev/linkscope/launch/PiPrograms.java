package dev.linkscope.launch;

import dev.linkscope.agent.LocalProgram;
import dev.linkscope.domain.diagnosis.Failure;
import dev.linkscope.domain.diagnosis.FailureCode;
import dev.linkscope.domain.printer.Printer;
import dev.linkscope.domain.printer.Target;
import dev.linkscope.engine.port.LinkException;
import dev.linkscope.engine.port.LinkQuestions;
import dev.linkscope.engine.port.PiProgram;
import dev.linkscope.ssh.SshLinks;
import java.time.Duration;

/** Programs on a printer's computer, by the way in that its target has. */
final class PiPrograms implements PiProgram {
    private final SshLinks ssh;
    private final PiProgram local;

    /**
     * The ways in.
     *
     * @param osName the system property {@code os.name}
     */
    PiPrograms(SshLinks ssh, String osName) {
        this.ssh = ssh;
        this.local = new LocalProgram(osName);
    }

    @Override
    public Output run(
            Printer printer,
            String command,
            byte[] input,
            Duration longest,
            LinkQuestions questions)
            throws LinkException {
        return switch (printer.target()) {
            case Target.Ssh target -> ssh.run(target, questions, command, input, longest);
            case Target.Local _ -> local.run(printer, command, input, longest, questions);
            case Target.OctoPrint _, Target.Simulated _, Target.Recorded _ ->
                    throw new LinkException(
                            Failure.of(FailureCode.FIX_NO_WAY, printer.target().display()),
                            null,
                            null);
        };
    }
}
