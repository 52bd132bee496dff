package dev.linkscope.plans;

import dev.linkscope.domain.fix.Drawing;
import dev.linkscope.domain.fix.Plan;
import dev.linkscope.domain.fix.PlanStep;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.MessageFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Properties;
import java.util.Set;

/** The book and its bundle, for tests. */
final class PlanTexts {
    static final PlanBook BOOK = new PlanBook();

    private final Properties bundle = new Properties();

    PlanTexts() throws IOException {
        try (var reader =
                Files.newBufferedReader(
                        Path.of("src/main/resources/dev/linkscope/i18n/plan.properties"))) {
            bundle.load(reader);
        }
    }

    /** Every step once. */
    static List<PlanStep> steps() {
        Map<String, PlanStep> steps = new LinkedHashMap<>();
        BOOK.all().forEach(plan -> plan.steps().forEach(step -> steps.put(step.id(), step)));
        return List.copyOf(steps.values());
    }

    static PlanStep step(String id) {
        return steps().stream().filter(step -> step.id().equals(id)).findFirst().orElseThrow();
    }

    static Plan plan(String id) {
        return BOOK.plan(id).orElseThrow();
    }

    static List<String> ids(Plan plan) {
        return plan.steps().stream().map(PlanStep::id).toList();
    }

    static List<Drawing> drawings() {
        return steps().stream()
                .map(PlanStep::drawing)
                .filter(Objects::nonNull)
                .distinct()
                .map(name -> BOOK.drawing(name).orElseThrow())
                .toList();
    }

    Set<String> keys() {
        return bundle.stringPropertyNames();
    }

    /** With a printer filled in. */
    String text(String key) {
        return new MessageFormat(Objects.requireNonNull(bundle.getProperty(key), key), Locale.US)
                .format(new Object[] {"Prusa"});
    }
}
