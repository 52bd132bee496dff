package dev.linkscope.octoprint;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Replies as OctoPrint 1.9 to 1.11 and the proxy of OctoPi sent them. */
public final class Recorded {
    private static final Path FOLDER = Path.of("src/test/resources/recorded/octoprint");
    private static final Pattern LENGTH = Pattern.compile("(?i)(content-length: )\\d+");

    private Recorded() {}

    /** The names of all. */
    static List<String> names() {
        try (Stream<Path> files = Files.list(FOLDER)) {
            return files.map(file -> file.getFileName().toString()).sorted().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * The bytes of one. Paths in the settings were shortened when they were recorded, so their
     * length is given anew.
     */
    public static byte[] bytes(String name) {
        byte[] raw = raw(name);
        String text = new String(raw, StandardCharsets.ISO_8859_1);
        int end = text.indexOf("\r\n\r\n");
        if (!name.contains("settings") || end < 0) {
            return raw;
        }
        Matcher head = LENGTH.matcher(text.substring(0, end));
        return (head.replaceFirst("$1" + (text.length() - end - 4)) + text.substring(end))
                .getBytes(StandardCharsets.ISO_8859_1);
    }

    private static byte[] raw(String name) {
        try (InputStream in = Recorded.class.getResourceAsStream("/recorded/octoprint/" + name)) {
            return in.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
