package dev.linkscope.launch;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.NoSuchFileException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import picocli.CommandLine;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine.UnmatchedArgumentException;

/** Turns what goes wrong on the command line into a sentence and an exit code. */
final class CommandFailures {
    private static final Logger LOG = LoggerFactory.getLogger(CommandFailures.class);

    private CommandFailures() {}

    /** The command was written wrongly. */
    static int wrongUsage(ParameterException e, String[] args) {
        var err = e.getCommandLine().getErr();
        err.println("linkscope: " + Terminal.safe(sentence(e)));
        err.println("Try: " + e.getCommandLine().getCommandSpec().qualifiedName() + " --help");
        return ExitCode.USAGE;
    }

    /** A first word that is no command gets a sentence of its own. */
    private static String sentence(ParameterException e) {
        boolean noCommand =
                e instanceof UnmatchedArgumentException
                        && !e.getCommandLine().getSubcommands().isEmpty();
        return noCommand
                ? "There is no command or option \""
                        + ((UnmatchedArgumentException) e).getUnmatched().getFirst()
                        + "\". There are: "
                        + String.join(", ", e.getCommandLine().getSubcommands().keySet())
                        + "."
                : String.valueOf(e.getMessage());
    }

    /** The command failed; what is expected says so in its own words. */
    static int failed(Exception e, CommandLine command, ParseResult parsed) {
        if (e instanceof IOException || e instanceof UncheckedIOException) {
            command.getErr().println("linkscope: " + Terminal.safe(fileSentence(e)));
        } else {
            LOG.error("unexpected failure", e);
            command.getErr()
                    .println(
                            "linkscope: something went wrong that should not ("
                                    + e.getClass().getSimpleName()
                                    + "). Run it again with LINKSCOPE_LOG=debug and report what it"
                                    + " prints.");
        }
        return ExitCode.UNKNOWN.code();
    }

    /** Many file exceptions carry the path alone. */
    private static String fileSentence(Exception e) {
        Throwable cause =
                e instanceof UncheckedIOException && e.getCause() != null ? e.getCause() : e;
        String message = cause.getMessage() == null ? "" : cause.getMessage();
        return switch (cause) {
            case NoSuchFileException _ ->
                    message + " is not there, or its folder is not. Check the path.";
            case AccessDeniedException _ -> message + " may not be used. Check its permissions.";
            // The writers of reports say it all in their own words.
            case IOException _ when message.endsWith(".") -> message;
            default -> message + ". Check the path and the free space.";
        };
    }
}
