package dev.linkscope.packaging;

import java.util.List;
import java.util.stream.Collectors;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.PositionalParamSpec;

/** Writes the manual page, in the macros of man(7), from the model of the command line. */
final class ManPage {
    private final StringBuilder page = new StringBuilder();

    private ManPage() {}

    static String of(CommandSpec root) {
        var writer = new ManPage();
        writer.write(root);
        return writer.page.toString();
    }

    private void write(CommandSpec root) {
        line(".\\\" Written from the model of the command line: src/docs/install.md");
        line(".TH LINKSCOPE 1 \"\" \"Linkscope\" \"User Commands\"");
        section("NAME");
        line("linkscope \\- tells why OctoPrint loses the Obico server or its webcam");
        section("SYNOPSIS");
        line(".B linkscope");
        line(".br");
        line(".B linkscope");
        line(".I LINK");
        for (CommandSpec command : Model.commands(root)) {
            line(".br");
            line(".B linkscope " + text(command.name()));
            line("[\\fIOPTIONS\\fR] " + places(command));
        }
        section("DESCRIPTION");
        for (String description : root.usageMessage().description()) {
            line(text(Model.plain(description)));
        }
        line("A \\fILINK\\fR such as \\fBlinkscope://printer/NAME\\fR opens a page of the window.");
        section("COMMANDS");
        Model.commands(root).forEach(this::command);
        section("OPTIONS OF EVERY COMMAND");
        Model.options(root).forEach(this::option);
        section("EXIT STATUS");
        root.usageMessage().exitCodeList().forEach((code, meaning) -> item(code.strip(), meaning));
        section("ENVIRONMENT");
        item("LINKSCOPE_HOME", "the folder of settings, history and logs");
        item("LINKSCOPE_HEAP", "the largest heap, such as 448m for 1,000 printers; else 256m");
        item("LINKSCOPE_LOG", "a level such as info: the command line logs to standard error");
        section("FILES");
        item("~/.local/share/linkscope/", "settings, history, accepted host keys and logs");
    }

    private void command(CommandSpec command) {
        line(".SS " + text("linkscope " + command.name()));
        for (String description : command.usageMessage().description()) {
            line(text(Model.plain(description)));
        }
        for (PositionalParamSpec place : command.positionalParameters()) {
            if (!place.hidden()) {
                item(place.paramLabel(), Model.plain(String.join(" ", place.description())));
            }
        }
        List<String> everywhere =
                Model.options(command.parent()).stream().map(OptionSpec::longestName).toList();
        Model.options(command).stream()
                .filter(option -> !everywhere.contains(option.longestName()))
                .forEach(this::option);
    }

    private void option(OptionSpec option) {
        String names = String.join(", ", option.names());
        item(
                Model.takesValue(option) ? names + "=" + option.paramLabel() : names,
                Model.meaning(option));
    }

    private static String places(CommandSpec command) {
        return command.positionalParameters().stream()
                .filter(place -> !place.hidden())
                .map(place -> "\\fI" + text(place.paramLabel()) + "\\fR")
                .distinct()
                .collect(Collectors.joining(" "));
    }

    private void section(String title) {
        line(".SH " + title);
    }

    private void item(String term, String meaning) {
        line(".TP");
        line("\\fB" + text(term) + "\\fR");
        line(text(meaning));
    }

    /** Text that the formatter takes as it stands. */
    private static String text(String plain) {
        String escaped = plain.replace("\\", "\\e").replace("-", "\\-");
        return escaped.startsWith(".") || escaped.startsWith("'") ? "\\&" + escaped : escaped;
    }

    private void line(String line) {
        page.append(line).append('\n');
    }
}
