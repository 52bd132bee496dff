package dev.linkscope.docs;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** One page of the documents: its anchors, links, pictures and commands. */
public final class MarkdownPage {
    private static final Pattern HEADING = Pattern.compile("#{1,6} +(.+)");
    private static final Pattern ANCHOR = Pattern.compile("<a id=\"([^\"]+)\"></a>");
    private static final Pattern SPAN = Pattern.compile("`([^`]+)`");
    private static final Pattern LINK = Pattern.compile("(!?)\\[([^\\]]*)\\]\\(([^)\\s]+)\\)");

    /** What begins a line that somebody may type. */
    private static final Pattern COMMAND =
            Pattern.compile(
                    "(?:sudo |[A-Z_]+=\\S+ )*(?:mvn|linkscope|packaging/\\S+|python3|sh|git|cd|curl"
                            + "|openssl|createuser|cp|install|useradd|systemctl|systemd-analyze"
                            + "|journalctl|promtool|ssh|ssh-keygen|apt|dpkg|chmod|check_linkscope)"
                            + "(?: .*)?");

    private final Path file;
    private final List<String> prose = new ArrayList<>();
    private final List<String> code = new ArrayList<>();

    private MarkdownPage(Path file, List<String> lines) {
        this.file = file;
        boolean fenced = false;
        for (String line : lines) {
            if (line.strip().startsWith("```")) {
                fenced = !fenced;
            } else if (fenced || (line.startsWith("    ") && !line.strip().startsWith("!["))) {
                code.add(line.strip());
            } else {
                prose.add(line);
            }
        }
    }

    /** A link or a picture, as it is written. */
    public record Link(boolean picture, String text, String target) {}

    /** Reads a page. */
    public static MarkdownPage read(Path file) {
        try {
            return new MarkdownPage(file, Files.readAllLines(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Every page that is handed on with the source. */
    public static List<MarkdownPage> all() {
        try (Stream<Path> root = Files.list(Path.of(""));
                Stream<Path> docs = Files.walk(Path.of("src", "docs"))) {
            return Stream.concat(root, docs)
                    .filter(file -> file.toString().endsWith(".md"))
                    .sorted()
                    .map(MarkdownPage::read)
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Where it is. */
    public Path file() {
        return file;
    }

    /** Its lines that are no code. */
    List<String> prose() {
        return prose;
    }

    /** What can stand behind {@code #}: explicit anchors, and headings as GitHub makes them. */
    Set<String> anchors() {
        var anchors = new TreeSet<String>();
        Map<String, Integer> times = new HashMap<>();
        for (String line : prose) {
            Matcher explicit = ANCHOR.matcher(line);
            while (explicit.find()) {
                anchors.add(explicit.group(1));
            }
            Matcher heading = HEADING.matcher(line);
            if (heading.matches()) {
                String slug = slug(heading.group(1));
                int before = times.merge(slug, 1, Integer::sum) - 1;
                anchors.add(before == 0 ? slug : slug + "-" + before);
            }
        }
        return anchors;
    }

    /** Lower case, without punctuation, spaces as hyphens; links count by their text. */
    static String slug(String heading) {
        return LINK.matcher(heading)
                .replaceAll("$2")
                .toLowerCase(Locale.ROOT)
                .replaceAll("[^\\p{L}\\p{N} _-]", "")
                .strip()
                .replace(' ', '-');
    }

    /** Its links outside code. */
    List<Link> links() {
        var links = new ArrayList<Link>();
        for (String line : prose) {
            Matcher link = LINK.matcher(SPAN.matcher(line).replaceAll("`code`"));
            while (link.find()) {
                links.add(new Link(!link.group(1).isEmpty(), link.group(2), link.group(3)));
            }
        }
        return links;
    }

    /** Every command that it shows, in blocks and in sentences, without remarks, once each. */
    public Set<String> commands() {
        var commands = new LinkedHashSet<String>();
        for (String line : code) {
            add(commands, line.replaceFirst(" {2,}.*", "").replaceFirst(" +# .*", ""));
        }
        for (String line : prose) {
            Matcher span = SPAN.matcher(line);
            while (span.find()) {
                if (span.group(1).indexOf(' ') > 0) {
                    add(commands, span.group(1));
                }
            }
        }
        return commands;
    }

    private static void add(Set<String> commands, String line) {
        String command = line.strip();
        if (COMMAND.matcher(command).matches()) {
            commands.add(command.replaceFirst("^packaging/linkscope\\b", "linkscope"));
        }
    }
}
