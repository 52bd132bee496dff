package dev.linkscope.launch;

import dev.linkscope.engine.FoundPrinters.Candidate;
import dev.linkscope.engine.port.Discovery.Found;
import java.io.IOException;
import java.net.InetAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Writes what {@code discover} found: as a table, or as JSON (src/docs/discovery.md). */
final class DiscoverOutput {
    private static final JsonMapper MAPPER = new JsonMapper();
    private static final int SCHEMA_VERSION = 1;

    private final Terminal terminal;

    /** An output to this terminal. */
    DiscoverOutput(Terminal terminal) {
        this.terminal = terminal;
    }

    /**
     * Writes what was found.
     *
     * @param json file for JSON, {@code -} for standard output, null for a table instead
     * @throws IOException if it cannot be written
     */
    void write(List<Candidate> found, @Nullable String json) throws IOException {
        if (json == null) {
            table(found);
        } else if (json.equals("-")) {
            terminal.json(MAPPER.writeValueAsString(document(found)));
            if (terminal.results().checkError()) {
                throw new IOException(terminal.messages().text("command.unwritten.stdout"));
            }
        } else {
            String text = MAPPER.writeValueAsString(document(found)) + "\n";
            Files.writeString(Path.of(json), text, StandardCharsets.UTF_8);
            terminal.note(terminal.messages().text("command.written", json));
        }
    }

    private static ObjectNode document(List<Candidate> found) {
        ObjectNode document = MAPPER.createObjectNode().put("schemaVersion", SCHEMA_VERSION);
        ArrayNode all = document.putArray("found");
        for (Candidate candidate : found) {
            Found one = candidate.found();
            ObjectNode node =
                    all.addObject()
                            .put("kind", one.kind().name().toLowerCase(Locale.ROOT))
                            .put("name", candidate.printer().name())
                            .put("host", one.host());
            ArrayNode addresses = node.putArray("addresses");
            one.addresses().forEach(address -> addresses.add(address.getHostAddress()));
            node.put("port", one.port())
                    .put("path", one.path())
                    .put("uuid", one.uuid())
                    .put("version", one.version())
                    .put("target", candidate.printer().target().display());
        }
        return document;
    }

    private void table(List<Candidate> found) {
        if (found.isEmpty()) {
            return;
        }
        var rows = new ArrayList<List<String>>();
        rows.add(
                Stream.of("name", "host", "addresses", "kind", "version", "target")
                        .map(column -> terminal.messages().text("discover.column." + column))
                        .toList());
        found.forEach(candidate -> rows.add(row(candidate)));
        lines(rows).forEach(terminal::result);
        terminal.note(
                terminal.messages()
                        .text("discover.next", found.getFirst().printer().target().display()));
    }

    private List<String> row(Candidate candidate) {
        Found one = candidate.found();
        return List.of(
                candidate.printer().name(),
                one.host(),
                one.addresses().stream()
                        .map(InetAddress::getHostAddress)
                        .collect(Collectors.joining(", ")),
                terminal.messages().text("discover.kind." + one.kind()),
                Objects.requireNonNullElse(one.version(), "-"),
                candidate.printer().target().display());
    }

    /** Rows with columns as wide as their widest cell. */
    private static List<String> lines(List<List<String>> rows) {
        int columns = rows.getFirst().size();
        var widths = new int[columns];
        for (List<String> row : rows) {
            for (int i = 0; i < columns; i++) {
                widths[i] = Math.max(widths[i], length(row.get(i)));
            }
        }
        var lines = new ArrayList<String>();
        for (List<String> row : rows) {
            var line = new StringBuilder();
            for (int i = 0; i < columns; i++) {
                String cell = row.get(i);
                line.append(cell).repeat(' ', widths[i] - length(cell) + 2);
            }
            lines.add(line.toString().stripTrailing());
        }
        return lines;
    }

    private static int length(String cell) {
        return cell.codePointCount(0, cell.length());
    }
}
