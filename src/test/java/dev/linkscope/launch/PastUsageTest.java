package dev.linkscope.launch;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine;

/** What is wrong about a command is said before anything is opened. */
class PastUsageTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "report",
                "report|--last|soon|--out|x.pdf",
                "report|--from|soon|--out|x.pdf",
                "report|--from|2026-01-02|--to|2026-01-01|--out|x.pdf",
                "report|--from|2026-01-02|--last|2h|--out|x.pdf",
                "report|--level|secret|--out|x.pdf",
                "report|--format|doc|--out|x.pdf",
                "report|--store|jdbc:unknown://host/x?password=x|--out|x.pdf",
                "compare|Attic",
                "compare|Attic|--first|yesterday|--second|tomorrow",
                "compare|Attic|--first|today|--second|yesterday",
                "compare|Attic|--first|this-week|--second|today",
            })
    void wrongUsageIsSaidInASentence(String words) {
        var err = new StringWriter();
        CommandLine command = Main.commandLine().setErr(new PrintWriter(err));
        assertThat(command.execute(words.split("\\|"))).isEqualTo(64);
        assertThat(err.toString())
                .startsWith("linkscope: ")
                .contains("--help")
                .doesNotContain("Exception", "\tat ");
    }
}
