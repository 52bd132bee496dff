package dev.linkscope.domain.fix;

import java.util.List;
import java.util.Optional;

/**
 * How to go about a cause, one change at a time, the cheapest and most telling first. Its title is
 * in the bundle: {@code plan.ID.title}, with the printer as {0}.
 *
 * @param id stable
 * @param causes ids of the rules whose findings it is for
 * @param pane where it shows whether something helped
 * @param steps at least one; the last one is to get help
 */
public record Plan(String id, List<String> causes, FixPane pane, List<PlanStep> steps) {
    public Plan {
        causes = List.copyOf(causes);
        steps = List.copyOf(steps);
    }

    /** Key of its title. */
    public String titleKey() {
        return "plan." + id + ".title";
    }

    /** A step by its id. */
    public Optional<PlanStep> step(String id) {
        return steps.stream().filter(step -> step.id().equals(id)).findFirst();
    }
}
