package dev.linkscope.launch;

import java.io.IOException;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Which history a command reads that measures nothing. */
final class HistoryOptions {
    @Spec(Spec.Target.MIXEE)
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    @Option(
            names = "--store",
            paramLabel = "FILE|URL",
            description = "History of what was measured (default: the window's).")
    private @Nullable String store;

    /**
     * Opens it.
     *
     * @throws ParameterException if that is no address of a history
     * @throws IOException if there is none, with a message for the user
     */
    PastHistory open(Terminal terminal) throws IOException {
        String address = store;
        if (address != null && !Histories.isKnown(address)) {
            throw new ParameterException(
                    spec.commandLine(),
                    "--store: this is no history. Name a file, or postgresql://HOST/DATABASE.");
        }
        return PastHistory.open(terminal, address);
    }
}
