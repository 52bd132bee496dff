package dev.linkscope.rules.scenario;

import dev.linkscope.domain.diagnosis.Evidence;
import dev.linkscope.domain.diagnosis.Finding;
import dev.linkscope.plans.PlanBook;
import dev.linkscope.rules.Rule;
import dev.linkscope.rules.RuleCatalog;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Properties;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Draws up the page of all causes: words, what rules went by in the scenarios, plans. */
final class CausesPage {
    private static final Map<String, String> FAMILIES =
            Map.of(
                    "network", "The way from the Pi to the server",
                    "server", "The server, the plugin and OctoPrint",
                    "host", "The Pi itself",
                    "webcam", "The camera");

    private static final String HEAD =
            """
            # Causes

            Every cause that Linkscope knows: what it says, by what it tells, what to do. *Why?* in \
            the window, `rule` in a report and this page use the same names, so \
            `causes.md#wifi.weak` is the section about a weak signal. `…` stands for a figure.

            A cause is *certain* where whoever answered said so itself, *points to it* where \
            independent observations speak for it and none of weight against, *possible* where one \
            does. It is never "ruled out". Words such as these stand in the \
            [glossary](glossary.md); how rules conclude, in [adr 12](adr/0012-causes-with-clues.md).

            The observations below are those that the rule makes in its scenarios \
            (`src/test/resources/scenarios`), where each cause is shown once at work, once not, \
            and once undecided. The page is drawn up from them: \
            `mvn test -Dtest=CausesPageTest -Dlinkscope.guide.accept=true`.
            """;

    private final Map<String, Properties> families = new TreeMap<>();
    private final Properties words = new Properties();
    private final Map<String, TreeSet<String>> speaksFor = new TreeMap<>();
    private final Map<String, TreeSet<String>> speaksAgainst = new TreeMap<>();
    private final PlanBook plans = new PlanBook();

    CausesPage() throws IOException {
        for (String family : FAMILIES.keySet()) {
            families.put(family, bundle("cause_" + family));
            words.putAll(families.get(family));
        }
        words.putAll(bundle("plan"));
        try (Stream<Path> files = Files.walk(Path.of("src/test/resources/scenarios"))) {
            files.filter(file -> file.toString().endsWith(".json")).sorted().forEach(this::look);
        }
    }

    private static Properties bundle(String name) throws IOException {
        var bundle = new Properties();
        Path file = Path.of("src/main/resources/dev/linkscope/i18n", name + ".properties");
        try (var reader = Files.newBufferedReader(file)) {
            bundle.load(reader);
        }
        return bundle;
    }

    private void look(Path scenario) {
        for (Finding finding :
                RuleCatalog.findings(ScenarioFile.read(scenario).printer().build())) {
            for (Evidence evidence : finding.evidence()) {
                String key = evidence.text().key();
                if (words.containsKey(key)) {
                    (evidence.speaksFor() ? speaksFor : speaksAgainst)
                            .computeIfAbsent(finding.rule(), rule -> new TreeSet<>())
                            .add(word(key));
                }
            }
        }
    }

    private String word(String key) {
        return plain(Objects.requireNonNull(words.getProperty(key), key));
    }

    /** A pattern as people read it: figures become an ellipsis. */
    static String plain(String pattern) {
        var text = new StringBuilder();
        int depth = 0;
        for (char letter : pattern.replace("''", "'").toCharArray()) {
            if (letter == '{' && depth++ == 0) {
                text.append('…');
            }
            if (depth == 0) {
                text.append(letter);
            }
            depth -= letter == '}' ? 1 : 0;
        }
        return text.toString();
    }

    /** The whole page. */
    String text() {
        var page = new StringBuilder(HEAD);
        for (String family : List.of("network", "server", "host", "webcam")) {
            List<Rule> rules =
                    RuleCatalog.CAUSES.stream()
                            .filter(rule ->
                                    Objects.requireNonNull(families.get(family))
                                            .containsKey("cause." + rule.id()))
                            .sorted(Comparator.comparing(Rule::id))
                            .toList();
            page.append("\n## ").append(FAMILIES.get(family)).append("\n\n");
            rules.forEach(rule ->
                    page.append(
                            "* [`%s`](#%s) %s%n"
                                    .formatted(
                                            rule.id(),
                                            rule.id(),
                                            word("cause." + rule.id() + ".name"))));
            rules.forEach(rule -> page.append('\n').append(section(rule)));
        }
        return page.toString();
    }

    /** What stands there of one cause. */
    String section(Rule rule) {
        String key = "cause." + rule.id();
        var plan = plans.forCause(rule.id()).orElseThrow();
        List<String> parts = new ArrayList<>();
        parts.add("<a id=\"%s\"></a>".formatted(rule.id()));
        parts.add("### `%s`: %s".formatted(rule.id(), word(key + ".name")));
        parts.add("**It says:** " + word(key) + variants(key));
        parts.add(clues("**Speaks for it:** ", speaksFor.get(rule.id())));
        parts.add(clues("**Speaks against it:** ", speaksAgainst.get(rule.id())));
        String title = word(plan.titleKey()).replace("…", "the printer");
        parts.add(
                "**What to do:** %s All steps: [%s](fixes.md#%s)."
                        .formatted(word(key + ".next"), title, plan.id()));
        return parts.stream().filter(part -> !part.isEmpty()).collect(Collectors.joining("\n\n"))
                + "\n";
    }

    /** Other sentences for the same cause, which may differ in what to do. */
    private String variants(String key) {
        return words.stringPropertyNames().stream()
                .filter(other -> other.startsWith(key + "."))
                .filter(other -> other.substring(key.length() + 1).matches("[a-z_0-9]+"))
                .filter(other -> !other.endsWith(".name") && !other.endsWith(".next"))
                .filter(other -> RuleCatalog.CAUSES.stream().noneMatch(r -> other.equals(key(r))))
                .sorted()
                .map(other ->
                        "\n* Or: "
                                + word(other)
                                + (words.containsKey(other + ".next")
                                        ? " *Then:* " + word(other + ".next")
                                        : ""))
                .collect(Collectors.joining());
    }

    private static String key(Rule rule) {
        return "cause." + rule.id();
    }

    private static String clues(String lead, TreeSet<String> clues) {
        return clues == null ? "" : lead + String.join(" ", clues);
    }
}
