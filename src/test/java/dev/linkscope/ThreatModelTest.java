package dev.linkscope;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Every test that the threat model names exists, and every claim names one. */
class ThreatModelTest {
    private static final Path PAGE = Path.of("src/docs/threat-model.md");
    private static final Path JAVA = Path.of("src/test/java");
    private static final Path PYTHON = Path.of("src/test/python");

    private static final Pattern NAMED = Pattern.compile("`(\\w*(?:Test|IT)|test_\\w+)\\.(\\w+)`");

    private static Map<String, String> sources(Path folder) throws IOException {
        var sources = new HashMap<String, String>();
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                String name = file.getFileName().toString();
                if (name.endsWith(".java") || name.endsWith(".py")) {
                    String module = name.substring(0, name.lastIndexOf('.'));
                    sources.merge(module, read(file), String::concat);
                }
            }
        }
        return sources;
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static boolean isTest(String source, String method) {
        return Pattern.compile("\\bvoid " + method + "\\(|\\bdef " + method + "\\(")
                .matcher(source)
                .find();
    }

    @Test
    void everyTestThatIsNamedExists() throws IOException {
        Map<String, String> sources = sources(JAVA);
        sources.putAll(sources(PYTHON));
        List<String> missing = new ArrayList<>();
        int named = 0;
        Matcher match = NAMED.matcher(Files.readString(PAGE));
        while (match.find()) {
            named++;
            if (!isTest(sources.getOrDefault(match.group(1), ""), match.group(2))) {
                missing.add(match.group());
            }
        }
        assertThat(missing).isEmpty();
        assertThat(named).isGreaterThan(60);
    }

    @Test
    void everyThreatNamesATest() throws IOException {
        List<String> rows =
                Files.readAllLines(PAGE).stream()
                        .filter(line ->
                                line.startsWith("| ")
                                        && line.chars().filter(c -> c == '|').count() == 4)
                        .filter(line -> !line.startsWith("| threat |"))
                        .toList();
        assertThat(rows).hasSizeGreaterThan(30).allMatch(row -> NAMED.matcher(row).find());
    }
}
