package dev.linkscope.launch;

import dev.linkscope.domain.printer.WebAddress;
import dev.linkscope.domain.probe.TargetUrl;
import dev.linkscope.engine.port.Alerts;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Who {@code watch} tells of incidents beside its log. */
final class DeliveryOptions {
    @Spec(Spec.Target.MIXEE)
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    @Option(
            names = "--webhook-file",
            paramLabel = "FILE",
            description = {
                "File (mode 600) with the URL that incidents are posted to. In a file, because",
                "everybody on this computer sees what a program was started with."
            })
    private @Nullable Path webhook;

    @Option(
            names = "--command",
            paramLabel = "PROGRAM",
            arity = "1..*",
            description = "Program, and its arguments, that gets each incident.")
    private List<String> command = new ArrayList<>();

    @Option(
            names = "--quiet-hours",
            paramLabel = "HH:MM-HH:MM",
            description = "Disturbs nobody then; the log goes on.")
    private @Nullable String quiet;

    /** What was asked for. */
    WatchOptions.Delivery delivery() {
        return new WatchOptions.Delivery(url(), program(), hours());
    }

    private @Nullable TargetUrl url() {
        Path file = webhook;
        if (file == null) {
            return null;
        }
        try {
            if (PrivateFile.isOpenToOthers(file)) {
                throw wrong(
                        "--webhook-file: others than you may read "
                                + file
                                + ". Close it to them: chmod 600 "
                                + file);
            }
            String url = PrivateFile.firstLine(file);
            if (!WebAddress.isPage(url)) {
                throw wrong(
                        "--webhook-file: the first line of "
                                + file
                                + " has to be a URL that begins with https:// or http://.");
            }
            return new TargetUrl(url);
        } catch (IOException e) {
            throw wrong("--webhook-file: " + file + " cannot be read. Check the path.");
        }
    }

    /** A program by its path has to be there; one by its name alone is looked for later. */
    private List<String> program() {
        if (command.isEmpty()) {
            return List.of();
        }
        String program = command.getFirst();
        try {
            Path path = Path.of(program);
            if (program.isBlank() || (path.getNameCount() > 1 && !Files.isExecutable(path))) {
                throw wrong("--command: \"" + program + "\" is no program that can be run.");
            }
        } catch (InvalidPathException e) {
            throw wrong("--command: \"" + program + "\" is no program.");
        }
        return List.copyOf(command);
    }

    private Alerts.@Nullable QuietHours hours() {
        String text = quiet;
        if (text == null) {
            return null;
        }
        String[] times = text.split("-", -1);
        try {
            if (times.length == 2 && !times[0].equals(times[1])) {
                return new Alerts.QuietHours(LocalTime.parse(times[0]), LocalTime.parse(times[1]));
            }
        } catch (DateTimeException _) {
            // said below
        }
        throw wrong("--quiet-hours: \"" + text + "\" is no span. Write it like 22:00-07:00.");
    }

    private ParameterException wrong(String sentence) {
        return new ParameterException(spec.commandLine(), sentence);
    }
}
