package dev.linkscope.launch;

import dev.linkscope.domain.printer.Printer;
import dev.linkscope.i18n.Messages;
import dev.linkscope.inventory.PrinterLists;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;

/** {@code linkscope watch}: watches a farm without a window until it is asked to end. */
@Command(
        name = "watch",
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        description = {
            "Watches printers without a window until Ctrl-C or SIGTERM.",
            "Logs what happens as JSON, one object a line, and answers /metrics and /healthz."
                    + " Asks nothing."
        },
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {
            " 0:ended because it was asked to",
            " 3:could not begin: no printer, no history, port taken",
            "64:wrong usage"
        })
final class WatchCommand implements Callable<Integer> {
    @ParentCommand
    @SuppressWarnings("NullAway.Init")
    private LinkscopeCommand root;

    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    @Option(
            names = "--farm",
            paramLabel = "FILE",
            description = {
                "List of printers: target[,name[,server[,snapshot]]] a line, CSV, JSON, an SSH",
                "configuration, an Ansible inventory, an export of FDM Monster. May be given",
                "several times. Without it: the printers of the window."
            })
    private List<Path> farms = new ArrayList<>();

    @Option(
            names = "--server",
            paramLabel = "URL",
            description = "Obico server of entries that name none (default: https://app.obico.io).")
    private @Nullable String server;

    @Option(
            names = "--cadence",
            paramLabel = "TIME",
            converter = DurationConverter.class,
            description = "Time from attempt to attempt (default: 10s).")
    private @Nullable Duration cadence;

    @Mixin
    @SuppressWarnings("NullAway.Init")
    private TargetOptions login;

    @Option(
            names = "--log",
            paramLabel = "FILE|-",
            defaultValue = "-",
            description = "Where events go; - means standard output (default: ${DEFAULT-VALUE}).")
    private String log = "-";

    @Option(
            names = "--store",
            paramLabel = "FILE|URL",
            description = {
                "History of what is measured (default: the window's). Watchers that share one,",
                "postgresql://HOST/DATABASE, share the printers too: each is measured by one."
            })
    private @Nullable String store;

    @Mixin
    @SuppressWarnings("NullAway.Init")
    private ListenOptions listen;

    @Mixin
    @SuppressWarnings("NullAway.Init")
    private DeliveryOptions delivery;

    @Override
    public Integer call() throws IOException, InterruptedException {
        if (store != null && !Histories.isKnown(store)) {
            // What follows may hold a password.
            throw wrong(
                    "--store: this is no history that Linkscope can open. Name a file, or"
                            + " postgresql://HOST/DATABASE.");
        }
        var options =
                new WatchOptions(
                        entries(),
                        login.knownHosts(),
                        login.trustNewHostKeys(),
                        listen.access(),
                        log.equals("-") ? null : Path.of(log),
                        store,
                        delivery.delivery());
        return new WatchRun(Terminal.ofProcess(root.locale()), options).run().code();
    }

    /** Entries of all files in their order; null without a file. */
    private @Nullable List<TargetList.Entry> entries() {
        if (farms.isEmpty()) {
            if (server != null || cadence != null || login.namesIdentity()) {
                throw wrong(
                        "--server, --cadence and --identity are for printers of --farm. Those of"
                                + " the window have their own.");
            }
            return null;
        }
        TargetList.Defaults usual = defaults();
        var list = new TargetList(new PrinterLists(usual.server()), usual);
        var entries = new ArrayList<TargetList.Entry>();
        Messages messages = Speech.messages(root.locale());
        farms.forEach(farm -> entries.addAll(login.farm(list, farm, messages)));
        return entries;
    }

    private TargetList.Defaults defaults() {
        return new TargetList.Defaults(
                login.server(server == null ? Printer.CLOUD.value() : server),
                null,
                null,
                login.identity(),
                login.cadence(cadence == null ? Printer.DEFAULT_CADENCE : cadence));
    }

    private ParameterException wrong(String sentence) {
        return new ParameterException(spec.commandLine(), sentence);
    }
}
