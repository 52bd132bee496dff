package dev.linkscope.octoprint.reading;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.MissingNode;

/** Recorded replies of real programs. */
public final class Recorded {
    private static final Path FOLDER = Path.of("src/test/resources/recorded");

    /** Those that the client is tested with too. */
    private static final Path REPLIES = FOLDER.resolve("octoprint");

    private Recorded() {}

    /** The whole recording. */
    public static String text(String name) {
        try {
            Path file = FOLDER.resolve(name);
            return Files.readString(Files.exists(file) ? file : REPLIES.resolve(name));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The body of a reply, or a recording that is JSON alone; missing if that is none. */
    public static JsonNode json(String name) {
        String text = text(name).replace("\r\n", "\n");
        String body = name.endsWith(".http") ? text.substring(text.indexOf("\n\n") + 1) : text;
        try {
            return JsonMapper.shared().readTree(body);
        } catch (JacksonException e) {
            return MissingNode.getInstance();
        }
    }

    /** The JSON of each line. */
    public static List<JsonNode> lines(String name) {
        return text(name).lines().map(line -> JsonMapper.shared().readTree(line)).toList();
    }

    /** A JSON text with single quotes. */
    public static JsonNode quoted(String json) {
        return JsonMapper.shared().readTree(json.replace('\'', '"'));
    }

    /** Names of the recordings that fit, so that a table can be held against them. */
    public static List<String> names(String folder, String regex) {
        try (Stream<Path> own = Files.list(FOLDER.resolve(folder));
                Stream<Path> replies = folder.isEmpty() ? Files.list(REPLIES) : Stream.empty()) {
            String prefix = folder.isEmpty() ? "" : folder + "/";
            return Stream.concat(own, replies)
                    .filter(Files::isRegularFile)
                    .map(file -> prefix + file.getFileName())
                    .filter(name -> name.matches(regex))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
