package dev.linkscope.launch;

import dev.linkscope.domain.printer.WebAddress;
import dev.linkscope.domain.probe.TargetUrl;
import dev.linkscope.engine.port.PrinterListReader.UnreadableListException;
import dev.linkscope.i18n.Messages;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** How commands that measure log in, and what they check of what they are told to measure. */
final class TargetOptions {
    private static final Duration SHORTEST_CADENCE = Duration.ofMillis(500);

    @Spec(Spec.Target.MIXEE)
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    @Option(
            names = "--identity",
            paramLabel = "FILE",
            description = "Private key to log in with, instead of the usual ones.")
    private @Nullable Path identity;

    @Option(
            names = "--known-hosts",
            paramLabel = "FILE",
            description = "File of accepted host keys (default: Linkscope's own).")
    private @Nullable Path knownHosts;

    @Option(
            names = "--trust-new-host-keys",
            description = "Accepts host keys seen for the first time. Changed ones are refused.")
    private boolean trustNewHostKeys;

    /** Path of the private key; null for the usual ones. */
    @Nullable String identity() {
        if (identity != null && !identity.toFile().canRead()) {
            throw wrong("--identity: " + identity + " cannot be read. Check the path.");
        }
        return identity == null ? null : identity.toAbsolutePath().toString();
    }

    /** Whether a private key was named. */
    boolean namesIdentity() {
        return identity != null;
    }

    /** File of accepted host keys; null for Linkscope's own. */
    @Nullable Path knownHosts() {
        return knownHosts;
    }

    /** Whether host keys that are new are accepted. */
    boolean trustNewHostKeys() {
        return trustNewHostKeys;
    }

    /** What {@code --server} says. */
    TargetUrl server(String url) {
        var server = new TargetUrl(url);
        if (!WebAddress.isPage(url)) {
            throw wrong(
                    "--server: \""
                            + server.display()
                            + "\" needs http:// or https:// in front and a host behind it, such as"
                            + " https://app.obico.io; a port is a number from 1 to 65535.");
        }
        return server;
    }

    /** What {@code --cadence} says. */
    Duration cadence(Duration cadence) {
        if (cadence.compareTo(SHORTEST_CADENCE) < 0) {
            throw wrong("--cadence must be at least 500ms: a probe a moment is an attack.");
        }
        return cadence;
    }

    /** What a file of {@code --farm} lists. */
    List<TargetList.Entry> farm(TargetList list, Path file, Messages messages) {
        try {
            return list.ofFile(file);
        } catch (UnreadableListException e) {
            throw wrong(
                    "--farm: "
                            + messages.render(e.problem())
                            + " "
                            + messages.render(e.nextStep()));
        }
    }

    private ParameterException wrong(String sentence) {
        return new ParameterException(spec.commandLine(), sentence);
    }
}
