package dev.linkscope.engine.port;

import dev.linkscope.domain.fix.Drawing;
import dev.linkscope.domain.fix.Plan;
import java.util.List;
import java.util.Optional;

/** What is known about mending causes. Immutable. */
public interface FixPlans {
    /** Knows nothing. */
    FixPlans NONE = List::of;

    /** All plans. */
    List<Plan> all();

    /** The plan for a cause; every cause of the catalogue has one. */
    default Optional<Plan> forCause(String rule) {
        return all().stream().filter(plan -> plan.causes().contains(rule)).findFirst();
    }

    /** A plan by its id. */
    default Optional<Plan> plan(String id) {
        return all().stream().filter(plan -> plan.id().equals(id)).findFirst();
    }

    /** The drawing that a step names. */
    default Optional<Drawing> drawing(String name) {
        return Optional.empty();
    }
}
