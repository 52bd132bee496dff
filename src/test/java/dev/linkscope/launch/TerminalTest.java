package dev.linkscope.launch;

import static org.assertj.core.api.Assertions.assertThat;

import dev.linkscope.fuzz.Harmless;
import dev.linkscope.i18n.Messages;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Names and messages of a Pi steer no terminal, whichever way they are printed. */
class TerminalTest {
    private static final String HOSTILE =
            "a\u001b]0;x\u0007\u009b31m\u202eb\u2028c\u007fd\uD800e \uD83D\uDDA8 Böblingen";

    private static final JsonMapper JSON = JsonMapper.shared();
    private final ByteArrayOutputStream printed = new ByteArrayOutputStream();
    private final Terminal terminal =
            new Terminal(
                    new PrintStream(printed, true, StandardCharsets.UTF_8),
                    new PrintStream(printed, true, StandardCharsets.UTF_8),
                    null,
                    Messages.in(Locale.ENGLISH, ZoneOffset.UTC));

    private String printed() {
        String text = printed.toString(StandardCharsets.UTF_8);
        Harmless.lines(text.replace(System.lineSeparator(), "\n"), 4_096);
        return text;
    }

    @Test
    void linesForPeople() {
        terminal.note(HOSTILE);
        terminal.result(HOSTILE);
        assertThat(printed()).contains("\uD83D\uDDA8 Böblingen");
    }

    @Test
    void jsonForProgramsMeansTheSame() throws Exception {
        String name = HOSTILE.replace("\uD800", "");
        ObjectNode node = JSON.createObjectNode().put("name", name).put("plain", "x");
        new JsonLines(terminal).write(List.of(node), "-");
        assertThat(JSON.readTree(printed())).isEqualTo(node);
    }

    @Test
    void eventsOfWatch(@TempDir java.nio.file.Path folder) throws Exception {
        var file = folder.resolve("events");
        try (var log = new EventLog(new LineFile(file), terminal, () -> Instant.EPOCH)) {
            log.write("opened", node -> node.put("name", HOSTILE));
        }
        String line = java.nio.file.Files.readString(file);
        Harmless.lines(line, 1_000);
        assertThat(line.lines()).hasSize(1);
    }
}
