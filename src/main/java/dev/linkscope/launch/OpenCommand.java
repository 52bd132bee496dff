package dev.linkscope.launch;

import dev.linkscope.domain.Statement;
import dev.linkscope.engine.report.OpenedReport;
import dev.linkscope.report.file.ReportFiles;
import dev.linkscope.ui.desktop.DeepLink;
import dev.linkscope.ui.desktop.Request;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;

/** {@code linkscope open}: shows a report that somebody sent. */
@Command(
        name = "open",
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        description =
                "Opens a Linkscope report (.pdf, .json or .zip) in a window where nothing is"
                        + " measured, or shows it as text where there is no display. A link"
                        + " (linkscope://printer/NAME, linkscope://farm) opens in Linkscope's own"
                        + " window.")
final class OpenCommand implements Callable<Integer> {
    @ParentCommand
    @SuppressWarnings("NullAway.Init")
    private LinkscopeCommand root;

    @Parameters(paramLabel = "REPORT", description = "The report, or a link.")
    @SuppressWarnings("NullAway.Init")
    private String place;

    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    @Option(
            names = "--json",
            paramLabel = "FILE|-",
            description = "Writes the report as JSON; - means standard output, JSON alone.")
    private @Nullable String json;

    @Option(names = "--text", description = "Shows it as text, even where there is a display.")
    private boolean text;

    @Override
    public Integer call() throws IOException {
        if (DeepLink.claims(place)) {
            return Launcher.link(place);
        }
        var terminal = Terminal.ofProcess(root.locale());
        Path file = file();
        boolean window =
                json == null
                        && !text
                        && Launcher.hasDisplay(System.getenv(), System.getProperty("os.name"));
        if (window && isTakenByTheWindow(file)) {
            terminal.note(terminal.messages().text("desktop.handed"));
            return ExitCode.HEALTHY.code();
        }
        if (window) {
            return new OpenedRun(terminal).run(file, this::written);
        }
        return written(terminal, new ReportFiles(terminal.messages()).read(file));
    }

    private Path file() {
        try {
            return Path.of(place);
        } catch (InvalidPathException e) {
            throw new ParameterException(spec.commandLine(), e.getMessage(), e);
        }
    }

    /** What is no file is for this process to say. */
    private static boolean isTakenByTheWindow(Path file) {
        return Files.isRegularFile(file)
                && SingleInstance.ask(
                        Wiring.folder().root(), new Request.Report(file.toAbsolutePath()));
    }

    /** As text or JSON; what is to be known of the file goes to the other stream. */
    private int written(Terminal terminal, OpenedReport opened) throws IOException {
        for (Statement remark : opened.remarks()) {
            terminal.note(terminal.messages().render(remark));
        }
        new ReportOutput(terminal).write(opened.report(), json, null);
        return ExitCode.of(opened.report()).code();
    }
}
