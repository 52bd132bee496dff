package dev.linkscope.agent;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Which interpreter the command takes, whatever the login shell is. */
@DisabledOnOs(value = OS.WINDOWS, disabledReason = "needs a POSIX shell")
@Timeout(60)
class BootOrderTest {
    @TempDir private Path home = Path.of("");
    private ShellBin bin = new ShellBin(home);

    @BeforeEach
    void onlyAShell() throws IOException {
        bin = new ShellBin(Files.createDirectory(home.resolve("bin"))).with("sh");
    }

    /** The first line that the command prints under a login shell such as {@code busybox ash}. */
    private String firstLine(String loginShell) throws IOException {
        List<String> words = List.of(loginShell.split(" "));
        var command = new ArrayList<String>();
        command.add(ShellBin.need(words.getFirst()).toString());
        command.addAll(words.subList(1, words.size()));
        command.addAll(List.of("-c", AgentCommand.LINE));
        var builder = new ProcessBuilder(command).redirectErrorStream(true);
        builder.environment().clear();
        builder.environment().put("HOME", home.toString());
        builder.environment().put("PATH", bin.folder().toString());
        Process process = builder.start();
        try (var lines = process.inputReader(StandardCharsets.UTF_8)) {
            return String.valueOf(lines.readLine());
        } finally {
            process.descendants().forEach(ProcessHandle::destroyForcibly);
            process.destroyForcibly();
        }
    }

    private Path environmentOfOctoPrint() throws IOException {
        Path python = Files.createDirectories(home.resolve("oprint/bin")).resolve("python");
        return Files.createSymbolicLink(python, ShellBin.python());
    }

    @ParameterizedTest
    @ValueSource(strings = {"dash", "bash", "busybox ash", "fish", "tcsh", "zsh"})
    void takesPython(String loginShell) throws Exception {
        bin.link("python3", ShellBin.python());
        environmentOfOctoPrint();
        assertThat(firstLine(loginShell))
                .isEqualTo("linkscope_agent READY 1 " + bin.folder().resolve("python3"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"dash", "bash", "busybox ash", "fish", "tcsh", "zsh"})
    void takesTheEnvironmentOfOctoPrintBeforeCurl(String loginShell) throws Exception {
        bin.with("curl");
        Path python = environmentOfOctoPrint();
        assertThat(firstLine(loginShell)).isEqualTo("linkscope_agent READY 1 " + python);
    }

    @ParameterizedTest
    @ValueSource(strings = {"dash", "bash", "busybox ash", "fish", "tcsh", "zsh"})
    void anOldPythonDoesNotWin(String loginShell) throws Exception {
        bin.withOldPython();
        Path python = environmentOfOctoPrint();
        assertThat(firstLine(loginShell)).isEqualTo("linkscope_agent READY 1 " + python);
    }

    @ParameterizedTest
    @ValueSource(strings = {"dash", "busybox ash"})
    void anEnvironmentThatDoesNotStartIsPassedOver(String loginShell) throws Exception {
        ShellBin.need("curl");
        bin.with("curl");
        Path dangling = Files.createDirectories(home.resolve("oprint/bin")).resolve("python");
        Files.createSymbolicLink(dangling, Path.of("/nonexistent/python3.5"));
        Path broken = dangling.resolveSibling("python3");
        Files.writeString(broken, "#!/bin/sh\nexit 1\n");
        assertThat(broken.toFile().setExecutable(true)).isTrue();
        assertThat(firstLine(loginShell)).isEqualTo("linkscope_agent READY_SH 1");
    }

    @ParameterizedTest
    @ValueSource(strings = {"dash", "bash", "busybox ash", "fish", "tcsh", "zsh"})
    void takesTheShellWhereThereIsOnlyCurl(String loginShell) throws Exception {
        ShellBin.need("curl");
        bin.with("curl").withOldPython();
        assertThat(firstLine(loginShell)).isEqualTo("linkscope_agent READY_SH 1");
        Files.delete(bin.folder().resolve("python3"));
        assertThat(firstLine(loginShell)).isEqualTo("linkscope_agent READY_SH 1");
    }

    @ParameterizedTest
    @ValueSource(strings = {"dash", "bash", "busybox ash", "fish", "tcsh", "zsh"})
    void saysWhatIsMissing(String loginShell) throws Exception {
        assertThat(firstLine(loginShell)).isEqualTo("linkscope_agent NO_PYTHON3");
        bin.withOldPython();
        assertThat(firstLine(loginShell)).isEqualTo("linkscope_agent OLD_PYTHON 3.5.3");
    }
}
