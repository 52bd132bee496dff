package dev.linkscope.metrics;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * A strict reader of Prometheus's text format 0.0.4
 * (prometheus.io/docs/instrumenting/exposition_formats): HELP and TYPE stand before the samples of
 * their family, each once, and the samples of a family together; no sample twice.
 */
public final class Exposition {
    private static final Set<String> TYPES =
            Set.of("counter", "gauge", "histogram", "summary", "untyped");

    private final Map<String, Family> families = new LinkedHashMap<>();
    private final Set<String> seen = new HashSet<>();

    private Exposition() {}

    /** A family. */
    public record Family(String name, String help, String type, List<Sample> samples) {}

    /** A sample. */
    public record Sample(String name, Map<String, String> labels, double value) {}

    /** Reads a page; anything odd is an error. */
    public static Exposition read(String text) {
        var page = new Exposition();
        if (!text.endsWith("\n")) {
            throw new AssertionError("the last line has no end");
        }
        Family family = null;
        String help = null;
        String helped = null;
        for (String line : text.split("\n")) {
            if (line.startsWith("# HELP ")) {
                String[] words = line.substring(7).split(" ", 2);
                helped = words[0];
                help = unescaped(words[1], false);
            } else if (line.startsWith("# TYPE ")) {
                String[] words = line.substring(7).split(" ");
                require(words.length == 2 && TYPES.contains(words[1]), line);
                require(words[0].equals(helped), "TYPE without HELP: " + line);
                family = new Family(words[0], help, words[1], new ArrayList<>());
                require(page.families.put(words[0], family) == null, "twice: " + line);
            } else {
                require(family != null && !line.isBlank() && !line.startsWith("#"), line);
                Sample sample = sample(line);
                String base = sample.name();
                require(
                        base.equals(family.name())
                                || (family.type().equals("summary")
                                        && (base.equals(family.name() + "_sum")
                                                || base.equals(family.name() + "_count"))),
                        "not of its family: " + line);
                require(page.seen.add(base + sample.labels()), "twice: " + line);
                family.samples().add(sample);
            }
        }
        return page;
    }

    private static Sample sample(String line) {
        int at = 0;
        while (at < line.length() && isNamePart(line.charAt(at), at == 0)) {
            at++;
        }
        require(at > 0, line);
        String name = line.substring(0, at);
        var labels = new LinkedHashMap<String, String>();
        if (line.charAt(at) == '{') {
            at++;
            while (line.charAt(at) != '}') {
                int equals = line.indexOf('=', at);
                String label = line.substring(at, equals);
                require(label.matches("[a-zA-Z_][a-zA-Z0-9_]*"), line);
                require(line.charAt(equals + 1) == '"', line);
                int end = equals + 2;
                while (line.charAt(end) != '"') {
                    end += line.charAt(end) == '\\' ? 2 : 1;
                }
                String value = unescaped(line.substring(equals + 2, end), true);
                require(labels.put(label, value) == null, "label twice: " + line);
                at = end + 1;
                if (line.charAt(at) == ',') {
                    at++;
                }
            }
            at++;
        }
        require(line.charAt(at) == ' ', line);
        return new Sample(name, labels, Double.parseDouble(line.substring(at + 1)));
    }

    private static boolean isNamePart(char c, boolean first) {
        return c >= 'a' && c <= 'z'
                || c >= 'A' && c <= 'Z'
                || c == '_'
                || c == ':'
                || (!first && c >= '0' && c <= '9');
    }

    private static String unescaped(String text, boolean quotes) {
        var plain = new StringBuilder();
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c != '\\') {
                plain.append(c);
                continue;
            }
            char next = text.charAt(++i);
            require(next == '\\' || next == 'n' || (quotes && next == '"'), text);
            plain.append(next == 'n' ? '\n' : next);
        }
        return plain.toString();
    }

    private static void require(boolean fine, String what) {
        if (!fine) {
            throw new AssertionError(what);
        }
    }

    /** All families by name. */
    public Map<String, Family> families() {
        return families;
    }

    /** The value of the only sample whose labels hold all of these (name, value, name, …). */
    public double value(String family, String... labels) {
        List<Sample> found = samples(family, labels);
        require(found.size() == 1, found.size() + " samples of " + family + List.of(labels));
        return found.getFirst().value();
    }

    /** Samples whose labels hold all of these. */
    public List<Sample> samples(String family, String... labels) {
        Family known = families.get(family);
        if (known == null) {
            return List.of();
        }
        return known.samples().stream()
                .filter(sample -> {
                    for (int i = 0; i < labels.length; i += 2) {
                        if (!labels[i + 1].equals(sample.labels().get(labels[i]))) {
                            return false;
                        }
                    }
                    return true;
                })
                .toList();
    }
}
