package dev.linkscope;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * Who starts programs, here and on a Pi. Whoever is added is looked at first: arguments as a list,
 * commands of a shell that are constants, nothing secret in either.
 */
class ProcessesTest {
    private static final Path MAIN = Path.of("src/main/java/dev/linkscope");

    /** Literals and names of other constants, with nothing of a value in between. */
    private static final String CONSTANT = "(?:\"(?:[^\"\\\\]|\\\\.)*\"|[A-Z][A-Z_]*|[\\s+()])+";

    private static final Map<String, String> SOURCES = new TreeMap<>();

    @BeforeAll
    static void read() throws IOException {
        try (Stream<Path> files = Files.walk(MAIN)) {
            for (Path file : files.filter(one -> one.toString().endsWith(".java")).toList()) {
                String name = MAIN.relativize(file).toString().replace('\\', '/');
                SOURCES.put(name, Files.readString(file));
            }
        }
    }

    private static Stream<String> containing(String pattern) {
        Pattern wanted = Pattern.compile(pattern);
        return SOURCES.keySet().stream().filter(name -> wanted.matcher(SOURCES.get(name)).find());
    }

    @Test
    void fewClassesStartPrograms() {
        assertThat(containing("\\bProcessBuilder\\("))
                .containsExactly(
                        "agent/LocalAgentLink.java",
                        "agent/LocalProgram.java",
                        "notify/Child.java",
                        "ssh/SshBinaryConfig.java",
                        "ui/common/DesktopOpener.java");
        assertThat(containing("getRuntime\\(\\)\\s*\\.exec|ProcessBuilder\\.startPipeline"))
                .isEmpty();
    }

    @Test
    void aShellIsGivenConstantsAlone() {
        assertThat(containing("\"-c\"|/bin/sh"))
                .containsExactly("agent/LocalAgentLink.java", "agent/LocalProgram.java");
        assertThat(SOURCES.get("agent/LocalAgentLink.java")).contains("\"-c\", AgentCommand.LINE)");
        assertThat(containing("\\.(?:run|output)\\([^;{]*\\bCOMMAND\\b"))
                .containsExactly(
                        "hands/PiAction.java", "launch/KeyOverSsh.java", "launch/LogsOverSsh.java");
        // Whoever has a program runs it with such a constant, or hands on what it was given.
        assertThat(containing("\\bPiProgram\\b(?!\\.Output)[^;]*\\b(?:program|programs)\\b"))
                .allSatisfy(name ->
                        assertThat(SOURCES.get(name))
                                .doesNotContainPattern("program\\.run\\([^;]*(?:\"|\\+)"));
    }

    @Test
    void theConstantsHoldNoValues() {
        Map<String, String> constants =
                Map.of(
                        "agent/AgentCommand.java", "LINE",
                        "hands/HandsProgram.java", "COMMAND",
                        "launch/KeyOverSsh.java", "COMMAND",
                        "launch/LogsOverSsh.java", "COMMAND");
        constants.forEach((file, name) ->
                assertThat(SOURCES.get(file))
                        .containsPattern("static final String " + name + " =" + CONSTANT + ";"));
    }
}
