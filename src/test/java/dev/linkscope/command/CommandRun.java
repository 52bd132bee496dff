package dev.linkscope.command;

import dev.linkscope.agent.OwnAgent;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Runs {@code packaging/linkscope} as a process of its own, as a user would. */
record CommandRun(int exitCode, String out, String err) {
    private static final JsonMapper MAPPER = new JsonMapper();

    /** The agent of `local`, apart from one that may be at work on this computer. */
    static final OwnAgent AGENT = new OwnAgent();

    private static final Duration LONGEST = Duration.ofSeconds(120);

    /** Runs to the end with a data folder of its own. */
    static CommandRun of(Path home, String... args) throws IOException, InterruptedException {
        Path out = Files.createTempFile("linkscope", ".out");
        Path err = Files.createTempFile("linkscope", ".err");
        Process process = start(home, Map.of(), out.toFile(), err.toFile(), args);
        try {
            if (!process.waitFor(LONGEST.toSeconds(), TimeUnit.SECONDS)) {
                throw new AssertionError(
                        "still running after " + LONGEST + ": " + Arrays.toString(args));
            }
            return new CommandRun(
                    process.exitValue(), Files.readString(out), Files.readString(err));
        } finally {
            process.destroyForcibly();
            Files.deleteIfExists(out);
            Files.deleteIfExists(err);
        }
    }

    /** Starts it; the caller ends it. */
    static Process start(
            Path home, Map<String, String> environment, File out, File err, String... args)
            throws IOException {
        List<String> command = new ArrayList<>();
        command.add(Path.of("packaging", "linkscope").toAbsolutePath().toString());
        command.addAll(List.of(args));
        var builder = new ProcessBuilder(command).redirectOutput(out).redirectError(err);
        builder.redirectInput(ProcessBuilder.Redirect.from(new File("/dev/null")));
        builder.environment().put("LINKSCOPE_HOME", home.toString());
        builder.environment().putAll(AGENT.environment());
        builder.environment().putAll(environment);
        return builder.start();
    }

    /** Standard output as one JSON document. */
    JsonNode json() {
        return MAPPER.readTree(out);
    }

    /** Standard output as one JSON document a line. */
    List<JsonNode> jsonLines() {
        return out.lines().map(MAPPER::readTree).toList();
    }

    /** The published schema of reports. */
    static String schema() {
        try {
            return Files.readString(Path.of("src", "docs", "report.schema.json"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
