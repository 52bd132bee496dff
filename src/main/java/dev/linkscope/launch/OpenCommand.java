package dev.linkscope.launch;

import dev.linkscope.domain.report.Report;
import dev.linkscope.report.file.ReportFiles;
import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;

/** {@code linkscope open}: shows a report that somebody sent. */
@Command(
        name = "open",
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        description = "Shows a Linkscope report (.pdf or .json) as text or JSON.")
final class OpenCommand implements Callable<Integer> {
    @ParentCommand
    @SuppressWarnings("NullAway.Init")
    private LinkscopeCommand root;

    @Parameters(paramLabel = "REPORT", description = "The report.")
    @SuppressWarnings("NullAway.Init")
    private Path file;

    @Option(
            names = "--json",
            paramLabel = "FILE|-",
            description = "Writes the report as JSON; - means standard output, JSON alone.")
    private @Nullable String json;

    @Override
    public Integer call() throws IOException {
        var terminal = Terminal.ofProcess(root.locale());
        Report report = new ReportFiles(terminal.messages()).read(file);
        new ReportOutput(terminal).write(report, json, null);
        return ExitCode.of(report).code();
    }
}
