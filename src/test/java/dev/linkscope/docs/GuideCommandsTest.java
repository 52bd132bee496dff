package dev.linkscope.docs;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** No command of the guides is left to itself. Those that cannot be run here are printed. */
class GuideCommandsTest {
    private static final Set<String> GOALS =
            Set.of("compile", "test", "verify", "package", "spotless:apply");
    private static final Set<String> FLAGS = Set.of("-q", "-DskipTests", "-o", "-B");

    static Set<String> commands() {
        return GuideCommands.shown().keySet();
    }

    @ParameterizedTest
    @MethodSource("commands")
    void isKeptRight(String command) throws IOException {
        switch (GuideCommands.kept(command)) {
            case GuideCommands.Run run -> assertThat(run.codes()).isNotEmpty();
            case GuideCommands.ByTest by -> assertThat(test(by.test())).as(command).isTrue();
            case GuideCommands.ByMaven _ -> maven(command);
            case GuideCommands.NotHere not ->
                    System.out.println("not run: " + command + ": " + not.reason());
        }
    }

    private static boolean test(String name) throws IOException {
        try (Stream<Path> files = Files.walk(Path.of("src", "test", "java"))) {
            return files.anyMatch(file -> file.endsWith(name + ".java"));
        }
    }

    private static void maven(String command) throws IOException {
        String pom = Files.readString(Path.of("pom.xml"));
        String[] words = command.replaceFirst("^sudo ", "").replace("'", "").split(" ");
        for (String word : Arrays.asList(words).subList(1, words.length)) {
            if (word.startsWith("-P")) {
                assertThat(pom).as(command).contains("<id>" + word.substring(2) + "</id>");
            } else if (word.startsWith("-Dtest=") || word.startsWith("-Dit.test=")) {
                for (String name : word.replaceFirst(".*=", "").split(",")) {
                    assertThat(test(name)).as("%s: %s", command, name).isTrue();
                }
            } else if (word.startsWith("-Dlinkscope.")) {
                assertThat(inSources('"' + word.replaceFirst("-D(.*)=.*", "$1") + '"'))
                        .as(command)
                        .isTrue();
            } else {
                assertThat(GOALS.contains(word) || FLAGS.contains(word)).as(command).isTrue();
            }
        }
    }

    private static boolean inSources(String text) throws IOException {
        try (Stream<Path> files = Files.walk(Path.of("src", "test", "java"))) {
            for (Path file : files.filter(one -> one.toString().endsWith(".java")).toList()) {
                if (Files.readString(file).contains(text)) {
                    return true;
                }
            }
        }
        return false;
    }

    /** What is no longer shown needs nobody who keeps it right. */
    @Test
    void noRuleIsLeftOver() {
        assertThat(GuideCommands.rules())
                .allMatch(rule ->
                        commands().stream()
                                .anyMatch(command -> GuideCommands.kept(command) == rule.kept()));
    }

    @Test
    void manyAreRun() {
        assertThat(GuideCommands.toRun()).hasSizeGreaterThan(20);
    }
}
