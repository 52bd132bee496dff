package dev.linkscope.plans;

import dev.linkscope.domain.fix.Drawing;
import dev.linkscope.domain.fix.Plan;
import dev.linkscope.engine.port.FixPlans;
import dev.linkscope.support.FirstAsked;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/** The plans of the book, which is read with the first question: most starts ask none. */
public final class PlansWhenAsked implements FixPlans {
    private final FirstAsked<FixPlans> plans;

    /** Those that come with the program. */
    public PlansWhenAsked() {
        this(PlanBook::new);
    }

    PlansWhenAsked(Supplier<FixPlans> read) {
        plans = new FirstAsked<>(read);
    }

    @Override
    public List<Plan> all() {
        return plans.get().all();
    }

    @Override
    public Optional<Plan> forCause(String rule) {
        return plans.get().forCause(rule);
    }

    @Override
    public Optional<Plan> plan(String id) {
        return plans.get().plan(id);
    }

    @Override
    public Optional<Drawing> drawing(String name) {
        return plans.get().drawing(name);
    }
}
