package dev.linkscope.launch;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Writes JSON objects, one a line. */
final class JsonLines {
    private static final JsonMapper MAPPER = new JsonMapper();

    private final Terminal terminal;

    /** Lines for this terminal. */
    JsonLines(Terminal terminal) {
        this.terminal = terminal;
    }

    /** Writes the objects to a file, or to standard output for null and {@code -}. */
    void write(List<ObjectNode> objects, @Nullable String file) throws IOException {
        List<String> lines = objects.stream().map(MAPPER::writeValueAsString).toList();
        if (file == null || file.equals("-")) {
            lines.forEach(terminal::json);
            terminal.results().flush();
        } else {
            Files.write(Path.of(file), lines, StandardCharsets.UTF_8);
            terminal.note(terminal.messages().text("command.written", file));
        }
    }
}
