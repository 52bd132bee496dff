package dev.linkscope.agent;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.stream.Collectors;

/** The agent of shell and curl as it is sent: its lines without comments, then the end mark. */
final class ShellPayload {
    private static final String PATH = "/linkscope_agent.sh";

    private ShellPayload() {}

    /** What follows the ready line of the shell. */
    static byte[] bytes() {
        return (program() + AgentCommand.END_OF_PROGRAM + "\n").getBytes(StandardCharsets.US_ASCII);
    }

    /** The program: a shell reads it byte by byte, so comments stay here. */
    static String program() {
        return source().lines()
                .filter(line -> !line.isBlank() && !line.stripLeading().startsWith("#"))
                .map(line -> line + "\n")
                .collect(Collectors.joining());
    }

    /** The whole source. */
    static String source() {
        try (InputStream in = ShellPayload.class.getResourceAsStream(PATH)) {
            if (in == null) {
                throw new IllegalStateException("The program lacks its part " + PATH);
            }
            return new String(in.readAllBytes(), StandardCharsets.US_ASCII);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
