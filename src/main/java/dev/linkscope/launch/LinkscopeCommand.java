package dev.linkscope.launch;

import java.util.Locale;
import org.jspecify.annotations.Nullable;
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
            CompareCommand.class,
            VersionCommand.class
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
            paramLabel = "TAG",
            description = "Language of texts, as a BCP 47 tag (default: en; demo: the computer's).")
    private @Nullable String language;

    /** The language asked for, else English. */
    Locale locale() {
        return language == null ? Locale.ENGLISH : Locale.forLanguageTag(language);
    }

    /** The language asked for, else the computer's. */
    Locale localeOfComputer() {
        return language == null ? Locale.getDefault() : locale();
    }
}
