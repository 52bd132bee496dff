package dev.linkscope.launch;

import java.util.Locale;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.ScopeType;

/** The command line's root. Without a subcommand, {@link Main} opens the window instead. */
@Command(
        name = "linkscope",
        mixinStandardHelpOptions = true,
        description = {
            "Tells why OctoPrint loses the Obico server or its webcam.",
            "Without arguments it opens the window."
        },
        synopsisSubcommandLabel = "COMMAND",
        subcommands = {
            DiagnoseCommand.class,
            WatchCommand.class,
            AnalyzeCommand.class,
            DiscoverCommand.class,
            DemoCommand.class,
            OpenCommand.class,
            ReportCommand.class,
            CompareCommand.class
        },
        versionProvider = Version.class,
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {
            " 0:healthy, or clean so far",
            " 1:watch it",
            " 2:take action, no connection, or a critical finding",
            " 3:unknown: a target or file without data",
            "64:wrong usage"
        })
final class LinkscopeCommand {
    @Option(
            names = "--lang",
            scope = ScopeType.INHERIT,
            defaultValue = "en",
            paramLabel = "TAG",
            description = "Language of texts, as a BCP 47 tag (default: ${DEFAULT-VALUE}).")
    private String language = "en";

    /** The language asked for. */
    Locale locale() {
        return Locale.forLanguageTag(language);
    }
}
