package dev.linkscope.agent;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Collectors;

/** The agent of shell and curl as it is sent: its lines without comments, then the end mark. */
final class ShellPayload {
    /** Parts in the order in which they are sent; the last one runs what the others define. */
    static final List<String> PARTS =
            List.of(
                    "set_up",
                    "texts",
                    "processes",
                    "writer",
                    "engine",
                    "subscription",
                    "slots",
                    "attempt",
                    "transfer",
                    "failures",
                    "judgement",
                    "main");

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
        return PARTS.stream().map(ShellPayload::part).collect(Collectors.joining());
    }

    private static String part(String name) {
        String path = "/linkscope_agent/" + name + ".sh";
        try (InputStream in = ShellPayload.class.getResourceAsStream(path)) {
            if (in == null) {
                throw new IllegalStateException("The program lacks its part " + path);
            }
            return new String(in.readAllBytes(), StandardCharsets.US_ASCII);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
