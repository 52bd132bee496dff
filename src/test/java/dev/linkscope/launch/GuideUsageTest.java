package dev.linkscope.launch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import dev.linkscope.docs.GuideCommands;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The command line understands what the guides tell people to type. */
class GuideUsageTest {
    private static final Pattern WORD = Pattern.compile("'([^']*)'|(\\S+)");

    static List<String> commands() {
        return GuideCommands.ofProgram().stream()
                .filter(command -> !command.equals("linkscope LINK"))
                .toList();
    }

    @ParameterizedTest
    @MethodSource("commands")
    void isUnderstood(String command) {
        var words = new ArrayList<String>();
        WORD.matcher(command.replaceFirst(" \\| .*", ""))
                .results()
                .forEach(word -> words.add(word.group(1) == null ? word.group(2) : word.group(1)));
        words.removeFirst();
        assertThatCode(() -> Main.commandLine().parseArgs(words.toArray(String[]::new)))
                .as(command)
                .doesNotThrowAnyException();
    }

    @Test
    void everyCommandIsShown() {
        assertThat(Main.commandLine().getSubcommands().keySet())
                .allMatch(name ->
                        commands().stream().anyMatch(one -> one.startsWith("linkscope " + name)));
    }
}
