package dev.linkscope.plans;

import static org.assertj.core.api.Assertions.assertThat;

import dev.linkscope.engine.port.FixPlans;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class PlansWhenAskedTest {
    private final AtomicInteger reads = new AtomicInteger();
    private final FixPlans book = new PlanBook();
    private final FixPlans plans =
            new PlansWhenAsked(() -> {
                reads.incrementAndGet();
                return book;
            });

    @Test
    void theBookIsReadOnceAndNotBeforeSomebodyAsks() {
        assertThat(reads).hasValue(0);
        assertThat(plans.all()).isEqualTo(book.all());
        assertThat(plans.plan(book.all().getFirst().id())).isPresent();
        assertThat(reads).hasValue(1);
    }

    @Test
    void answersAreThoseOfTheBook() {
        for (var plan : book.all()) {
            assertThat(plans.plan(plan.id())).contains(plan);
            assertThat(plans.forCause(plan.causes().getFirst())).contains(plan);
            plan.steps().stream()
                    .map(step -> step.drawing())
                    .filter(drawing -> drawing != null)
                    .forEach(drawing ->
                            assertThat(plans.drawing(drawing)).isEqualTo(book.drawing(drawing)));
        }
        assertThat(plans.forCause("no.such.cause")).isEqualTo(book.forCause("no.such.cause"));
        assertThat(plans.plan("no.such.plan")).isEmpty();
        assertThat(plans.drawing("no such drawing")).isEmpty();
    }
}
