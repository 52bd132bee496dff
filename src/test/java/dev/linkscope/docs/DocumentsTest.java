package dev.linkscope.docs;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Links lead somewhere, pictures are drawn by a test, pages are found. */
class DocumentsTest {
    private static final Path PICTURES = Path.of("src", "docs", "pictures");

    /** What anybody who reads everything comes by. */
    private static final List<String> GUIDES =
            List.of(
                    "user-guide.md",
                    "faq.md",
                    "automation.md",
                    "developer-guide.md",
                    "contributing.md",
                    "causes.md",
                    "fixes.md",
                    "changelog.md",
                    "glossary.md",
                    "architecture.md");

    static List<Path> pages() {
        return MarkdownPage.all().stream().map(MarkdownPage::file).toList();
    }

    @ParameterizedTest
    @MethodSource("pages")
    void everyLinkLeadsSomewhere(Path file) {
        MarkdownPage page = MarkdownPage.read(file);
        var broken = new ArrayList<String>();
        for (MarkdownPage.Link link : page.links()) {
            String target = link.target();
            if (!target.matches("[a-z]+:.*") && !leadsSomewhere(file, target)) {
                broken.add(target);
            }
        }
        assertThat(broken).as("links of %s that lead nowhere", file).isEmpty();
    }

    private static boolean leadsSomewhere(Path from, String target) {
        int hash = target.indexOf('#');
        String name = hash < 0 ? target : target.substring(0, hash);
        Path folder = from.getParent() == null ? Path.of("") : from.getParent();
        Path file = name.isEmpty() ? from : folder.resolve(name).normalize();
        if (!Files.exists(file)) {
            return false;
        }
        return hash < 0
                || (file.toString().endsWith(".md")
                        && MarkdownPage.read(file).anchors().contains(target.substring(hash + 1)));
    }

    @ParameterizedTest
    @MethodSource("pages")
    void everyPictureSaysWhatItShows(Path file) {
        assertThat(MarkdownPage.read(file).links())
                .filteredOn(MarkdownPage.Link::picture)
                .allMatch(link -> !link.text().isBlank());
    }

    /** A picture that no test draws would grow old unseen. */
    @Test
    void everyPictureIsDrawnByATest() throws IOException {
        String tests;
        try (Stream<Path> sources = Files.walk(Path.of("src", "test", "java"))) {
            tests =
                    sources.filter(file -> file.toString().endsWith(".java"))
                            .map(DocumentsTest::text)
                            .collect(Collectors.joining());
        }
        var shown = new TreeSet<String>();
        for (MarkdownPage page : MarkdownPage.all()) {
            page.links().stream()
                    .filter(MarkdownPage.Link::picture)
                    .map(link -> Path.of(link.target()).getFileName().toString())
                    .forEach(shown::add);
        }
        List<String> kept;
        try (Stream<Path> pictures = Files.list(PICTURES)) {
            kept = pictures.map(file -> file.getFileName().toString()).sorted().toList();
        }
        assertThat(shown).as("pictures shown").containsAll(kept);
        assertThat(kept).allMatch(name -> tests.contains("\"" + name.replace(".png", "") + "\""));
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    @Test
    void theReadmeLeadsToEveryGuide() throws IOException {
        String readme = Files.readString(Path.of("README.md"));
        assertThat(GUIDES).allMatch(guide -> readme.contains("(src/docs/" + guide));
    }

    @Test
    void everyPageCanBeFoundFromTheReadme() {
        var found = new TreeSet<Path>();
        var waiting = new ArrayList<>(List.of(Path.of("README.md")));
        while (!waiting.isEmpty()) {
            Path file = waiting.removeLast();
            if (!found.add(file)) {
                continue;
            }
            Path folder = file.getParent() == null ? Path.of("") : file.getParent();
            for (MarkdownPage.Link link : MarkdownPage.read(file).links()) {
                Path target = folder.resolve(link.target().replaceFirst("#.*", "")).normalize();
                if (target.toString().endsWith(".md") && Files.exists(target)) {
                    waiting.add(target);
                } else if (Files.isDirectory(target)) {
                    pages().stream().filter(page -> page.startsWith(target)).forEach(waiting::add);
                }
            }
        }
        assertThat(found).containsAll(pages());
    }

    @ParameterizedTest
    @ValueSource(strings = {"/tmp/", "/root/", "TODO", "FIXME"})
    void noPageSpeaksOfSomebodysComputer(String word) {
        assertThat(MarkdownPage.all())
                .filteredOn(page -> text(page.file()).contains(word))
                .extracting(MarkdownPage::file)
                .isEmpty();
    }

    /** How GitHub names headings; links to them rest on it. */
    @Test
    void headingsBecomeAnchors() {
        assertThat(MarkdownPage.slug("Your first diagnosis")).isEqualTo("your-first-diagnosis");
        assertThat(MarkdownPage.slug("`wifi.weak`: a weak Wi-Fi signal"))
                .isEqualTo("wifiweak-a-weak-wi-fi-signal");
        assertThat(MarkdownPage.slug("See [here](x.md), *now*")).isEqualTo("see-here-now");
    }
}
