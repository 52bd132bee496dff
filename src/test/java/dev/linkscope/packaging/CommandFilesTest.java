package dev.linkscope.packaging;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import picocli.CommandLine.Model.CommandSpec;

/**
 * The manual and what shells complete are those of the command line. With {@code
 * -Dlinkscope.accept=true} they are written anew.
 */
class CommandFilesTest {
    private static final Path MANUAL = Path.of("packaging/man/linkscope.1");
    private static final Path SHELLS = Path.of("packaging/completions");

    private static void isCurrent(Path file, String wanted) throws Exception {
        if (Boolean.getBoolean("linkscope.accept")) {
            Files.createDirectories(file.getParent());
            Files.writeString(file, wanted);
        }
        assertThat(Files.readString(file)).isEqualTo(wanted);
    }

    @Test
    void theManualIsThatOfTheCommandLine() throws Exception {
        isCurrent(MANUAL, ManPage.of(Model.root()));
        assertThat(Files.readString(MANUAL)).doesNotContain("${", "@|");
    }

    @Test
    void everyCommandAndOptionIsInTheManual() throws Exception {
        String page = Files.readString(MANUAL).replace("\\-", "-");
        for (CommandSpec command : Model.commands(Model.root())) {
            assertThat(page).contains(".SS linkscope " + command.name());
            Model.options(command)
                    .forEach(option -> assertThat(page).contains(option.longestName()));
        }
    }

    @Test
    void shellsCompleteTheCommandLine() throws Exception {
        isCurrent(SHELLS.resolve("linkscope.bash"), Completions.bash(Model.root()));
        isCurrent(SHELLS.resolve("linkscope.fish"), Completions.fish(Model.root()));
        isCurrent(SHELLS.resolve("_linkscope"), Completions.zsh(Model.root()));
    }

    @ParameterizedTest
    @CsvSource({
        "/bin/bash, linkscope.bash",
        "/usr/bin/fish, linkscope.fish",
        "/bin/zsh, _linkscope"
    })
    @Timeout(20)
    void shellsCanReadThem(Path shell, String file) throws Exception {
        Assumptions.assumeTrue(Files.isExecutable(shell), shell + " is not installed");
        assertThat(output(List.of(shell.toString(), "-n", SHELLS.resolve(file).toString())))
                .isEmpty();
    }

    @Test
    @Timeout(20)
    void bashOffersTheCommands() throws Exception {
        Path bash = Path.of("/bin/bash");
        Assumptions.assumeTrue(Files.isExecutable(bash), bash + " is not installed");
        String ask =
                "compopt() { :; }; source "
                        + SHELLS.resolve("linkscope.bash")
                        + "; COMP_WORDS=(linkscope dia); COMP_CWORD=1; COMP_LINE='linkscope dia';"
                        + " _complete_linkscope; echo \"${COMPREPLY[@]}\"";
        assertThat(output(List.of(bash.toString(), "-c", ask)).strip()).isEqualTo("diagnose");
    }

    @Test
    @Timeout(20)
    void theFormatterHasNothingToSayAboutTheManual() throws Exception {
        Path man = Path.of("/usr/bin/groff");
        Assumptions.assumeTrue(Files.isExecutable(man), man + " is not installed");
        String shown =
                output(
                        List.of(
                                man.toString(),
                                "-man",
                                "-Tascii",
                                "-P-cbou",
                                "-ww",
                                MANUAL.toString()));
        assertThat(shown).doesNotContain("warning", "error:").contains("diagnose", "EXIT STATUS");
    }

    private static String output(List<String> command) throws Exception {
        var builder = new ProcessBuilder(new ArrayList<>(command)).redirectErrorStream(true);
        Process process = builder.start();
        process.getOutputStream().close();
        String said = new String(process.getInputStream().readAllBytes());
        assertThat(process.waitFor(10, TimeUnit.SECONDS)).isTrue();
        return said;
    }
}
