package dev.linkscope.launch;

import dev.linkscope.ui.desktop.DeepLink;
import dev.linkscope.ui.desktop.Request;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Optional;

/** How a second start writes down what it asks for: one line of ASCII. */
final class RequestLine {
    /** Longest line in bytes: a path of 4,096 bytes, each written as three. */
    static final int LONGEST = 16 * 1024;

    private static final String VERSION = "linkscope/1";

    private RequestLine() {}

    /** The line, without its end. */
    static String of(Request request) {
        return VERSION
                + " "
                + switch (request) {
                    case Request.Show() -> "show";
                    case Request.Demo() -> "demo";
                    case Request.Report(var file) -> "report " + encoded(file.toString());
                    case Request.Link(var link) -> "link " + encoded(link);
                };
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    /** What a line asks for; empty if that is nothing that is known. */
    static Optional<Request> parse(String line) {
        String[] words = line.split(" ", -1);
        if (line.length() > LONGEST || words.length < 2 || !words[0].equals(VERSION)) {
            return Optional.empty();
        }
        try {
            return switch (words[1] + " " + words.length) {
                case "show 2" -> Optional.of(new Request.Show());
                case "demo 2" -> Optional.of(new Request.Demo());
                case "report 3" -> report(decoded(words[2]));
                case "link 3" -> link(decoded(words[2]));
                default -> Optional.empty();
            };
        } catch (IllegalArgumentException notEncoded) {
            return Optional.empty();
        }
    }

    private static String decoded(String text) {
        return URLDecoder.decode(text, StandardCharsets.UTF_8);
    }

    private static Optional<Request> report(String file) {
        try {
            Path path = Path.of(file);
            return path.isAbsolute() ? Optional.of(new Request.Report(path)) : Optional.empty();
        } catch (InvalidPathException e) {
            return Optional.empty();
        }
    }

    // What it means is for the window to say, which has words for what is wrong with it.
    private static Optional<Request> link(String link) {
        return link.length() <= DeepLink.LONGEST
                ? Optional.of(new Request.Link(link))
                : Optional.empty();
    }
}
