package dev.linkscope.plans;

import static org.assertj.core.api.Assertions.assertThat;

import dev.linkscope.domain.fix.ActionCall;
import dev.linkscope.domain.fix.Plan;
import dev.linkscope.domain.fix.PlanStep;
import dev.linkscope.domain.fix.StepKind;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** The page of all fixes says what the data and the bundle say. */
class FixesPageTest {
    private static final Map<StepKind, String> KINDS =
            Map.of(
                    StepKind.BY_HAND, "by hand",
                    StepKind.ON_THE_PI, "on the Pi",
                    StepKind.IN_OCTOPRINT, "in OctoPrint",
                    StepKind.WATCH, "watch",
                    StepKind.HUMAN, "human");

    private final String page = Files.readString(Path.of("src/docs/fixes.md"));
    private final PlanTexts texts = new PlanTexts();

    FixesPageTest() throws IOException {}

    @Test
    void everyPlanStandsThereWithItsSteps() {
        for (Plan plan : PlanTexts.BOOK.all()) {
            assertThat(page).contains(section(plan));
        }
        assertThat(page.lines().filter(line -> line.startsWith("### `")))
                .hasSameSizeAs(PlanTexts.BOOK.all());
    }

    private String section(Plan plan) {
        var section = new StringBuilder();
        section.append(
                "### `%s`: %s%n%nFor %s; seen in the %s pane.%n"
                        .formatted(
                                plan.id(),
                                texts.text(plan.titleKey()).replace("Prusa", "…"),
                                plan.causes().stream()
                                        .map("`%s`"::formatted)
                                        .collect(Collectors.joining(", ")),
                                plan.pane().wireName()));
        List<PlanStep> steps = plan.steps();
        for (int i = 0; i < steps.size(); i++) {
            String title = texts.text(steps.get(i).titleKey());
            section.append("%n%d. `%s` %s".formatted(i + 1, steps.get(i).id(), title));
        }
        return section.append("%n%n".formatted()).toString();
    }

    @Test
    void everyStepStandsThereWithItsKindAndSources() {
        for (PlanStep step : PlanTexts.steps()) {
            assertThat(page)
                    .contains(
                            "| `%s` | %s | %s | %s |%n"
                                    .formatted(
                                            step.id(),
                                            kind(step),
                                            texts.text(step.titleKey()),
                                            String.join("; ", step.sources())));
        }
        assertThat(page.lines().filter(line -> line.startsWith("| `")))
                .hasSameSizeAs(PlanTexts.steps());
    }

    private static String kind(PlanStep step) {
        var kind = new StringBuilder(String.valueOf(KINDS.get(step.kind())));
        ActionCall action = step.action();
        if (action != null) {
            kind.append(" (`").append(action.id());
            action.args()
                    .forEach((name, value) ->
                            kind.append(' ').append(name).append('=').append(value));
            kind.append("`)");
        }
        kind.append(step.experiment() ? ", experiment" : "");
        kind.append(step.idle() && !step.powerOff() ? ", not while printing" : "");
        kind.append(step.powerOff() ? ", without power" : "");
        return kind.toString();
    }
}
