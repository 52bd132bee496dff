package dev.linkscope.hands;

import static org.assertj.core.api.Assertions.assertThat;

import dev.linkscope.hands.Request.Mode;
import dev.linkscope.ssh.testkit.Programs;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HandsProgramTest {
    private static final Path FOLDER = Path.of("src/main/python/linkscope_hands");

    @Test
    void sendsEveryModuleOfTheFolder() throws Exception {
        try (Stream<Path> files = Files.list(FOLDER)) {
            List<String> modules =
                    files.map(file -> file.getFileName().toString())
                            .filter(name -> name.endsWith(".py") && !name.equals("bootstrap.py"))
                            .map(name -> name.substring(0, name.length() - 3))
                            .sorted()
                            .toList();
            assertThat(HandsProgram.MODULES).containsExactlyElementsOf(modules);
        }
    }

    @Test
    void isPlainAsciiAndSmall() {
        assertThat(HandsProgram.program().chars()).allMatch(c -> c < 128 && c != '\r');
        assertThat(HandsProgram.bytes()).hasSizeLessThan(20_000);
        assertThat(HandsProgram.COMMAND).doesNotContain("\n", "!", "\\");
    }

    @ParameterizedTest
    @ValueSource(strings = {"sh", "dash", "bash", "csh", "tcsh", "fish", "zsh", "busybox"})
    void startsUnderEveryLoginShell(String shell) throws Exception {
        Path program = Programs.find(shell);
        Assumptions.assumeTrue(program != null, shell + " is not installed");
        List<String> line =
                shell.equals("busybox")
                        ? List.of(program.toString(), "sh", "-c", HandsProgram.COMMAND)
                        : List.of(program.toString(), "-c", HandsProgram.COMMAND);
        Process process = new ProcessBuilder(line).redirectErrorStream(true).start();
        var args = Map.of("resolver", "192.0.2.1", "name", "printer.example");
        process.getOutputStream()
                .write(new Request(Mode.LOOK, "dns.try", args, null, null).bytes(null));
        process.getOutputStream().flush();

        String printed =
                new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);

        assertThat(process.waitFor(10, TimeUnit.SECONDS)).isTrue();
        assertThat(Reply.of(printed).preview().commands())
                .contains("dig @192.0.2.1 printer.example A");
    }

    @Test
    void everySentenceOfTheProgramIsKnown() throws Exception {
        var found = new TreeSet<String>();
        var call = Pattern.compile("said\\('([a-z_.]+)'[,)]");
        try (Stream<Path> files = Files.list(FOLDER)) {
            for (Path file : files.filter(one -> one.toString().endsWith(".py")).toList()) {
                call.matcher(Files.readString(file)).results().forEach(m -> found.add(m.group(1)));
            }
        }
        assertThat(found).hasSizeGreaterThan(6);
        assertThat(Sentence.ALL.keySet()).containsAll(found);
        var bundle = new Properties();
        try (var reader =
                Files.newBufferedReader(
                        Path.of("src/main/resources/dev/linkscope/i18n/fix_hands.properties"))) {
            bundle.load(reader);
        }
        assertThat(bundle.stringPropertyNames())
                .containsExactlyInAnyOrderElementsOf(
                        Sentence.ALL.keySet().stream().map(key -> "fix.hands." + key).toList());
    }
}
