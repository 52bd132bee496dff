package dev.linkscope.command;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * {@code src/test/python/faultserver.py} as a process: servers that fail on command and say when
 * they did.
 */
final class FaultServer implements AutoCloseable {
    private static final JsonMapper MAPPER = new JsonMapper();

    private final Process process;
    private final Writer commands;
    private final JsonNode ports;
    private final List<JsonNode> log = new ArrayList<>();

    private FaultServer(Process process, BufferedReader output) throws IOException {
        this.process = process;
        this.commands = process.outputWriter();
        this.ports = MAPPER.readTree(output.readLine());
        Thread.ofVirtual().start(() -> follow(output));
    }

    /** Starts it; all its ports are on loopback. */
    static FaultServer start() throws IOException {
        Process process =
                new ProcessBuilder("python3", "src/test/python/faultserver.py")
                        .redirectError(ProcessBuilder.Redirect.INHERIT)
                        .start();
        return new FaultServer(process, process.inputReader());
    }

    private void follow(BufferedReader output) {
        try {
            for (String line; (line = output.readLine()) != null; ) {
                synchronized (log) {
                    log.add(MAPPER.readTree(line));
                    log.notifyAll();
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Sets how a part behaves, as the script's head describes, and waits until it does. */
    void behave(String command) throws IOException, InterruptedException {
        synchronized (log) {
            long before = modes();
            commands.write(command + "\n");
            commands.flush();
            long end = System.nanoTime() + 5_000_000_000L;
            while (modes() == before) {
                if (System.nanoTime() > end) {
                    throw new AssertionError("no answer to " + command);
                }
                log.wait(100);
            }
        }
    }

    private long modes() {
        return log.stream().filter(entry -> entry.path("t").asString().equals("mode")).count();
    }

    /** When each request to a part arrived that was failed on purpose. */
    List<Instant> injected(String part) {
        synchronized (log) {
            return log.stream()
                    .filter(entry -> entry.path("t").asString().equals("request"))
                    .filter(entry -> entry.path("part").asString().equals(part))
                    .filter(entry -> !entry.path("fault").asString().equals("ok"))
                    .map(entry ->
                            Instant.ofEpochMilli((long) (entry.path("epoch").asDouble() * 1000)))
                    .toList();
        }
    }

    /** Requests to a part so far. */
    int requests(String part) {
        synchronized (log) {
            return (int)
                    log.stream()
                            .filter(entry -> entry.path("t").asString().equals("request"))
                            .filter(entry -> entry.path("part").asString().equals(part))
                            .count();
        }
    }

    /** Address of the Obico server's stand-in. */
    String server() {
        return "http://127.0.0.1:" + ports.path("http").asInt();
    }

    /** The same by name, which resolves to two addresses where IPv6 is there. */
    String serverByName() {
        return "http://localhost:" + ports.path("http").asInt();
    }

    /** Address of the camera's snapshot. */
    String snapshot() {
        return "http://127.0.0.1:" + ports.path("camera").asInt() + "/?action=snapshot";
    }

    @Override
    public void close() {
        process.destroy();
    }
}
