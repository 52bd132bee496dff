package dev.linkscope.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Which benches the profile runs, and which only when they are named. */
class BenchSelectionTest {
    private static final Pattern EXCLUDED =
            Pattern.compile("<exclude>\\*\\*/(\\w+Bench)\\.java</exclude>");

    private static TreeSet<String> excluded() throws IOException {
        return names(EXCLUDED, Files.readString(Path.of("pom.xml")));
    }

    private static TreeSet<String> names(Pattern pattern, String text) {
        return pattern.matcher(text)
                .results()
                .map(match -> match.group(1))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    @Test
    void whatIsLeftOutExists() throws IOException {
        TreeSet<String> benches;
        try (Stream<Path> files = Files.walk(Path.of("src", "test", "java"))) {
            benches =
                    files.map(file -> file.getFileName().toString())
                            .filter(name -> name.endsWith("Bench.java"))
                            .map(name -> name.replace(".java", ""))
                            .collect(Collectors.toCollection(TreeSet::new));
        }
        assertThat(excluded()).isNotEmpty();
        assertThat(benches).containsAll(excluded()).hasSizeGreaterThan(excluded().size());
    }

    @Test
    void thePageNamesWhatIsLeftOut() throws IOException {
        String sentence =
                Files.readAllLines(Path.of("src", "docs", "bench.md")).stream()
                        .filter(line -> line.contains("`BenchSelectionTest`"))
                        .findFirst()
                        .orElseThrow();
        TreeSet<String> named = names(Pattern.compile("`(\\w+Bench)`"), sentence);
        assertThat(named).isEqualTo(excluded());
    }
}
