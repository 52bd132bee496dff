package dev.linkscope.launch;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.function.Consumer;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * What happens while watching, one JSON object a line; {@code watch.md} describes them. What cannot
 * be written is counted and said once; the next line that can be written tells how many are
 * missing. Thread-safe.
 */
final class EventLog implements AutoCloseable {
    private static final JsonMapper JSON = new JsonMapper();

    private final LineFile file;
    private final Terminal terminal;
    private final InstantSource clock;
    private long missing;

    /** A log that ends with its file. */
    EventLog(LineFile file, Terminal terminal, InstantSource clock) {
        this.file = file;
        this.terminal = terminal;
        this.clock = clock;
    }

    /** Something happens now. */
    void write(String event, Consumer<ObjectNode> members) {
        write(clock.instant(), event, members);
    }

    /**
     * Something happened.
     *
     * @param event stable name
     * @param members adds what else is to be known
     */
    synchronized void write(Instant at, String event, Consumer<ObjectNode> members) {
        try {
            if (missing > 0) {
                long lines = missing;
                file.add(line(clock.instant(), "lines_lost", node -> node.put("lines", lines)));
                missing = 0;
                terminal.note(terminal.messages().text("watch.log.again", lines));
            }
            file.add(line(at, event, members));
        } catch (IOException e) {
            if (missing++ == 0) {
                terminal.note(
                        terminal.messages()
                                .text("watch.log.unwritten", String.valueOf(e.getMessage())));
            }
        }
    }

    private static byte[] line(Instant at, String event, Consumer<ObjectNode> members) {
        ObjectNode node =
                JSON.createObjectNode()
                        .put("time", at.truncatedTo(ChronoUnit.MILLIS).toString())
                        .put("event", event);
        members.accept(node);
        return (Terminal.escaped(JSON.writeValueAsString(node)) + "\n")
                .getBytes(StandardCharsets.UTF_8);
    }

    @Override
    public synchronized void close() throws IOException {
        file.close();
    }
}
