package dev.linkscope.agent;

import dev.linkscope.support.NamedThreads;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import org.awaitility.Awaitility;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * The fault server of {@code src/test/python} as a process: a server, a camera and a resolver that
 * fail on command, and a log of what really happened.
 */
public final class FaultServer implements AutoCloseable {
    private static final JsonMapper JSON = JsonMapper.shared();
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final Process process;
    private final OutputStream commands;
    private final JsonNode ports;
    private final List<JsonNode> log = new CopyOnWriteArrayList<>();
    private int modes;

    /** Starts it; its ports are known when this returns. */
    public FaultServer() {
        try {
            Path script = Path.of("src/test/python/faultserver.py").toAbsolutePath();
            process =
                    new ProcessBuilder("python3", script.toString())
                            .redirectError(ProcessBuilder.Redirect.INHERIT)
                            .start();
            commands = process.getOutputStream();
            BufferedReader lines = process.inputReader(StandardCharsets.UTF_8);
            ports = JSON.readTree(lines.readLine());
            NamedThreads.platform("fault-server", () -> read(lines)).start();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Port of a part, such as {@code http}, {@code https}, {@code camera}, {@code dns}. */
    public int port(String part) {
        return ports.get(part).intValue();
    }

    /** File with the authority of its certificates. */
    public String authority() {
        return ports.get("ca").stringValue();
    }

    /** Address of a part. */
    public String url(String part, String path) {
        String scheme = part.contains("https") ? "https" : "http";
        return scheme + "://127.0.0.1:" + port(part) + path;
    }

    /** Sets how a part ({@code server}, {@code camera}, {@code dns}) behaves from now on. */
    public void set(String part, String mode) {
        command(Map.of(part, mode));
    }

    /** Lets only some requests fail, counted from 1 since the start. */
    public void set(String part, String mode, List<Integer> requests) {
        command(Map.of(part, mode, "requests", requests));
    }

    /** Every request of a part so far, with {@code n}, {@code epoch} and {@code fault}. */
    public List<JsonNode> requests(String part) {
        return log.stream()
                .filter(line -> line.path("t").stringValue("").equals("request"))
                .filter(line -> line.path("part").stringValue("").equals(part))
                .toList();
    }

    @Override
    public void close() {
        try {
            commands.close();
            if (!process.waitFor(5, TimeUnit.SECONDS)) {
                process.destroyForcibly();
            }
        } catch (IOException e) {
            process.destroyForcibly();
        } catch (InterruptedException e) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
        }
    }

    private synchronized void command(Map<String, Object> command) {
        try {
            byte[] line =
                    (JSON.writeValueAsString(command) + "\n").getBytes(StandardCharsets.UTF_8);
            commands.write(line);
            commands.flush();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        modes++;
        Awaitility.await().atMost(PATIENCE).until(() -> modesInForce() >= modes);
    }

    private long modesInForce() {
        return log.stream().filter(line -> line.path("t").stringValue("").equals("mode")).count();
    }

    private void read(BufferedReader lines) {
        lines.lines().forEach(line -> log.add(JSON.readTree(line)));
    }
}
