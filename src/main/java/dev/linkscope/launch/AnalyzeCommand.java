package dev.linkscope.launch;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;

/** {@code linkscope analyze}: judges traces that were recorded before. */
@Command(
        name = "analyze",
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        description = {
            "Judges recorded traces: one pane a file, one line of JSON each.",
            "With --before and --after: did it get better? With --farm: what did they have in"
                    + " common?",
            "A file is the agent's NDJSON, a Linkscope report (.json, .pdf), CSV (time,ok) or text"
                    + " (1 ok, 0 or X failed, . not measured)."
        })
final class AnalyzeCommand implements Callable<Integer> {
    @ParentCommand
    @SuppressWarnings("NullAway.Init")
    private LinkscopeCommand root;

    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    @Parameters(paramLabel = "FILE", arity = "0..*", description = "Files to judge.")
    private List<Path> files = new ArrayList<>();

    @Option(
            names = "--pane",
            paramLabel = "server|webcam",
            defaultValue = "server",
            description = "Which pane of files that hold both (default: ${DEFAULT-VALUE}).")
    private String pane = "server";

    @Option(
            names = "--printer",
            paramLabel = "ID",
            description = "Which printer of reports that hold several: its id or name.")
    private @Nullable String printer;

    @Option(
            names = "--cadence",
            paramLabel = "TIME",
            defaultValue = "10s",
            converter = DurationConverter.class,
            description =
                    "Time from attempt to attempt, for files that do not say (default:"
                            + " ${DEFAULT-VALUE}).")
    private Duration cadence = Duration.ofSeconds(10);

    @Option(
            names = "--gmin",
            paramLabel = "N",
            defaultValue = "16",
            description = "Ok attempts that end a burst (RFC 3611; default: ${DEFAULT-VALUE}).")
    private int gmin = 16;

    @Option(names = "--before", paramLabel = "FILE", description = "Trace before a change.")
    private @Nullable Path before;

    @Option(names = "--after", paramLabel = "FILE", description = "Trace after the change.")
    private @Nullable Path after;

    @Option(names = "--farm", description = "Looks for outages that several files share.")
    private boolean farm;

    @Option(
            names = "--json",
            paramLabel = "FILE|-",
            description = "Writes JSON there instead of to standard output.")
    private @Nullable String json;

    @Override
    public Integer call() throws IOException {
        check();
        var terminal = Terminal.ofProcess(root.locale());
        var reading = new TraceFiles(pane, printer, cadence, terminal.messages());
        var analysis = new Analysis(reading, gmin);
        Path first = before;
        Path second = after;
        Analysis.Result result;
        if (first != null && second != null) {
            result = analysis.change(first, second);
        } else if (farm) {
            result = analysis.farm(files, cadence);
        } else {
            result = analysis.panes(files);
        }
        new JsonLines(terminal).write(result.lines(), json);
        return result.exitCode().code();
    }

    private void check() {
        if (!pane.equals("server") && !pane.equals("webcam")) {
            throw wrong("--pane is server or webcam, not \"" + pane + "\".");
        }
        if (gmin < 1) {
            throw wrong("--gmin must be at least 1.");
        }
        boolean change = before != null || after != null;
        if (change && (before == null || after == null)) {
            throw wrong("--before and --after belong together: give both.");
        }
        if (change && (farm || !files.isEmpty())) {
            throw wrong("--before and --after take no further files and no --farm.");
        }
        if (!change && files.isEmpty()) {
            throw wrong("No file given.");
        }
        if (farm && files.size() < 2) {
            throw wrong("--farm needs at least two files.");
        }
    }

    private ParameterException wrong(String sentence) {
        return new ParameterException(spec.commandLine(), sentence);
    }
}
