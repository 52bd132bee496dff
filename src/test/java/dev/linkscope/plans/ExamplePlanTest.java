package dev.linkscope.plans;

import static org.assertj.core.api.Assertions.assertThat;

import dev.linkscope.domain.fix.Plan;
import dev.linkscope.domain.fix.StepKind;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** The plan that the developer guide quotes is one that the program takes. */
class ExamplePlanTest {
    @Test
    void isReadAsItIsQuoted() throws Exception {
        PlanBook book;
        try (var plans = Files.newInputStream(Path.of("src/test/resources/examples/plans.json"))) {
            book =
                    new PlanBook(
                            plans, new ByteArrayInputStream("{}".getBytes(StandardCharsets.UTF_8)));
        }
        Plan plan = book.forCause("link.vpn").orElseThrow();
        assertThat(plan.steps()).hasSize(3);
        assertThat(plan.step("phone_base.off").orElseThrow().experiment()).isTrue();
        assertThat(plan.step("notice.set").orElseThrow().kind()).isEqualTo(StepKind.ON_THE_PI);
    }
}
