package dev.linkscope.launch;

import dev.linkscope.discovery.MdnsDiscovery;
import dev.linkscope.engine.FoundPrinters;
import dev.linkscope.engine.port.Discovery;
import java.io.IOException;
import java.net.InetAddress;
import java.net.NetworkInterface;
import java.net.SocketException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;

/** {@code linkscope discover}: tells which printers announce themselves on the network. */
@Command(
        name = "discover",
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        description = {
            "Finds printers that announce themselves on this computer's networks: OctoPrint and"
                    + " Moonraker, by multicast DNS.",
            "Returns 0 if any was found, 3 if none was."
        })
final class DiscoverCommand implements Callable<Integer> {
    @ParentCommand
    @SuppressWarnings("NullAway.Init")
    private LinkscopeCommand root;

    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    @Option(
            names = "--for",
            paramLabel = "TIME",
            defaultValue = "5s",
            converter = DurationConverter.class,
            description = "How long to listen (default: ${DEFAULT-VALUE}).")
    private Duration span = Duration.ofSeconds(5);

    @Option(
            names = "--on",
            paramLabel = "ADDRESS",
            description = "One of this computer's addresses; its network alone is searched.")
    private @Nullable String address;

    @Option(
            names = "--json",
            paramLabel = "FILE|-",
            description = "Writes what was found as JSON; - means standard output, JSON alone.")
    private @Nullable String json;

    @Override
    public Integer call() throws IOException, InterruptedException {
        Discovery discovery =
                address == null ? Wiring.discovery() : new MdnsDiscovery(own(address));
        var terminal = Terminal.ofProcess(root.locale());
        terminal.note(terminal.messages().text("discover.begins", span));
        List<FoundPrinters.Candidate> found = found(discovery);
        if (found.isEmpty()) {
            terminal.note(terminal.messages().text("discover.nothing"));
            terminal.note(terminal.messages().text("discover.nothing.next"));
        }
        new DiscoverOutput(terminal).write(found, json);
        return found.isEmpty() ? ExitCode.UNKNOWN.code() : 0;
    }

    private List<FoundPrinters.Candidate> found(Discovery discovery) throws InterruptedException {
        var last = new AtomicReference<List<Discovery.Found>>(List.of());
        try (var _ = discovery.search(last::set)) {
            Thread.sleep(span);
        }
        return FoundPrinters.candidates(last.get(), List.of());
    }

    /** The address, if this computer has it. */
    private InetAddress own(String text) {
        try {
            InetAddress own = InetAddress.ofLiteral(text);
            if (NetworkInterface.getByInetAddress(own) != null) {
                return own;
            }
        } catch (IllegalArgumentException | SocketException e) {
            // Said below: it is of no use here either way.
        }
        throw new ParameterException(
                spec.commandLine(),
                "--on: \""
                        + text
                        + "\" is no address of this computer. Leave it out to search every"
                        + " network.");
    }
}
