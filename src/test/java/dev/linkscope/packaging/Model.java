package dev.linkscope.packaging;

import java.util.List;
import java.util.Objects;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.UsageMessageSpec;

/** The command line as picocli knows it, in plain words for manuals and shells. */
final class Model {
    private Model() {}

    static CommandSpec root() throws ClassNotFoundException {
        Class<?> command = Class.forName("dev.linkscope.launch.LinkscopeCommand");
        return new CommandLine(command).getCommandSpec();
    }

    /** The visible subcommands, in their order. */
    static List<CommandSpec> commands(CommandSpec root) {
        return root.subcommands().values().stream()
                .map(CommandLine::getCommandSpec)
                .filter(spec -> !spec.usageMessage().hidden())
                .distinct()
                .toList();
    }

    static List<OptionSpec> options(CommandSpec command) {
        return command.options().stream().filter(option -> !option.hidden()).toList();
    }

    /** What an option does, in one line, without the marks of colours and with its default. */
    static String meaning(OptionSpec option) {
        return plain(String.join(" ", option.description()))
                .replace("${DEFAULT-VALUE}", Objects.requireNonNullElse(option.defaultValue(), ""))
                .replace("${COMPLETION-CANDIDATES}", String.join(", ", values(option)));
    }

    /** What an option may be given, where that is a closed list. */
    static List<String> values(OptionSpec option) {
        Iterable<String> candidates = option.completionCandidates();
        if (candidates == null) {
            return List.of();
        }
        return java.util.stream.StreamSupport.stream(candidates.spliterator(), false).toList();
    }

    static boolean takesValue(OptionSpec option) {
        return option.arity().max() > 0;
    }

    /** The first sentence of what a command does. */
    static String summary(CommandSpec command) {
        return plain(first(command.usageMessage()));
    }

    private static String first(UsageMessageSpec usage) {
        String[] lines = usage.description();
        return lines.length == 0 ? "" : lines[0];
    }

    /** Text without picocli's marks: {@code @|bold …|@} and {@code %n}, {@code %%}. */
    static String plain(String text) {
        return text.replaceAll("@\\|[a-z,_]+ (.*?)\\|@", "$1")
                .replace("%n", " ")
                .replace("%%", "%")
                .strip();
    }
}
