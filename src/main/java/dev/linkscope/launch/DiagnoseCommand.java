package dev.linkscope.launch;

import dev.linkscope.domain.probe.TargetUrl;
import dev.linkscope.domain.report.Report;
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
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;

/** {@code linkscope diagnose}: measures for a while and reports. */
@Command(
        name = "diagnose",
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        description =
                "Measures the server connection and the webcam from each target and reports. A"
                        + " target is [user@]host[:port], or local for this computer.")
final class DiagnoseCommand implements Callable<Integer> {
    @ParentCommand
    @SuppressWarnings("NullAway.Init")
    private LinkscopeCommand root;

    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    @Parameters(paramLabel = "TARGET", arity = "0..*", description = "[user@]host[:port] or local.")
    private List<String> targets = new ArrayList<>();

    @Option(
            names = "--server",
            paramLabel = "URL",
            defaultValue = "https://app.obico.io",
            description = "Obico server (default: ${DEFAULT-VALUE}).")
    private String server = "";

    @Option(
            names = "--snapshot",
            paramLabel = "URL",
            description = "Snapshot URL of the webcam, as written in OctoPrint's settings.")
    private @Nullable String snapshot;

    @Option(
            names = "--stream",
            paramLabel = "URL",
            description = "Stream URL of the webcam. Its first picture and its rate are measured.")
    private @Nullable String stream;

    @Option(
            names = "--for",
            paramLabel = "TIME",
            defaultValue = "60s",
            converter = DurationConverter.class,
            description = "How long to measure (default: ${DEFAULT-VALUE}).")
    private Duration span = Duration.ofSeconds(60);

    @Option(
            names = "--cadence",
            paramLabel = "TIME",
            defaultValue = "2s",
            converter = DurationConverter.class,
            description = "Time from attempt to attempt (default: ${DEFAULT-VALUE}).")
    private Duration cadence = Duration.ofSeconds(2);

    @Mixin
    @SuppressWarnings("NullAway.Init")
    private TargetOptions login;

    @Option(
            names = "--farm",
            paramLabel = "FILE",
            description =
                    "More targets: one a line, target[,name[,server[,snapshot]]], or a CSV or JSON"
                            + " file, an SSH configuration, an Ansible inventory or an export of"
                            + " FDM Monster.")
    private @Nullable Path farm;

    @Option(
            names = "--json",
            paramLabel = "FILE|-",
            description = "Writes the report as JSON; - means standard output, JSON alone.")
    private @Nullable String json;

    @Option(names = "--pdf", paramLabel = "FILE", description = "Writes the report as PDF.")
    private @Nullable Path pdf;

    @Override
    public Integer call() throws IOException, InterruptedException {
        var terminal = Terminal.ofProcess(root.locale());
        List<TargetList.Entry> entries = entries();
        var run = new DiagnoseRun(terminal, span);
        Report report = run.measure(entries, login.knownHosts(), login.trustNewHostKeys());
        new ReportOutput(terminal).write(report, json, pdf);
        return ExitCode.of(report).code();
    }

    private List<TargetList.Entry> entries() {
        TargetUrl usual = login.server(server);
        Duration apart = login.cadence(cadence);
        String key = login.identity();
        TargetUrl camera = snapshot == null || snapshot.isBlank() ? null : new TargetUrl(snapshot);
        var list =
                new TargetList(
                        new PrinterLists(usual),
                        new TargetList.Defaults(
                                usual,
                                camera,
                                stream == null || stream.isBlank() ? null : new TargetUrl(stream),
                                key,
                                apart));
        var entries = new ArrayList<TargetList.Entry>();
        for (String target : targets) {
            TargetList.Entry entry = list.ofTarget(target);
            if (entry.printer() == null) {
                throw wrong(
                        "\""
                                + entry.text()
                                + "\" is no target. Write [user@]host[:port], or local.");
            }
            entries.add(entry);
        }
        if (farm != null) {
            entries.addAll(login.farm(list, farm, Speech.messages(root.locale())));
        }
        if (entries.isEmpty()) {
            throw wrong("No target given. Write [user@]host[:port], local, or use --farm FILE.");
        }
        return entries;
    }

    private ParameterException wrong(String sentence) {
        return new ParameterException(spec.commandLine(), sentence);
    }
}
