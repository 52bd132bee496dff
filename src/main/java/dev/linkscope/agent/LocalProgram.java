package dev.linkscope.agent;

import dev.linkscope.domain.diagnosis.Failure;
import dev.linkscope.domain.diagnosis.FailureCode;
import dev.linkscope.domain.printer.Printer;
import dev.linkscope.engine.port.LinkException;
import dev.linkscope.engine.port.LinkQuestions;
import dev.linkscope.engine.port.PiProgram;
import java.io.IOException;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;

/** Programs on this computer, without SSH. Linux and macOS. */
public final class LocalProgram implements PiProgram {
    private static final String HOST = "local";

    private final String osName;
    private final Map<String, String> environment;

    /**
     * Programs of this computer.
     *
     * @param osName the system property {@code os.name}
     */
    public LocalProgram(String osName) {
        this(osName, Map.of());
    }

    /** The same with further environment variables. */
    LocalProgram(String osName, Map<String, String> environment) {
        this.osName = osName;
        this.environment = Map.copyOf(environment);
    }

    @Override
    public Output run(
            Printer printer,
            String command,
            byte[] input,
            Duration longest,
            LinkQuestions questions)
            throws LinkException {
        if (osName.toLowerCase(Locale.ROOT).startsWith("windows")) {
            throw new LinkException(Failure.of(FailureCode.FIX_NO_WAY, HOST), null, null);
        }
        var builder = new ProcessBuilder("/bin/sh", "-c", command);
        builder.environment().putAll(environment);
        try {
            var streams = new ProcessStreams(builder.start());
            return ProgramRun.of(streams, HOST, input, longest);
        } catch (IOException e) {
            throw new LinkException(Failure.of(FailureCode.FIX_NO_WAY, HOST), null, e);
        }
    }
}
