package dev.linkscope.plans;

import dev.linkscope.domain.fix.Drawing;
import dev.linkscope.domain.fix.Plan;
import dev.linkscope.engine.port.FixPlans;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** The plans of the book, which is read with the first question: most starts ask none. */
public final class PlansWhenAsked implements FixPlans {
    private final Supplier<FixPlans> read;
    private @Nullable FixPlans plans;

    /** Those that come with the program. */
    public PlansWhenAsked() {
        this(PlanBook::new);
    }

    PlansWhenAsked(Supplier<FixPlans> read) {
        this.read = read;
    }

    private synchronized FixPlans plans() {
        FixPlans known = plans;
        if (known == null) {
            known = read.get();
            plans = known;
        }
        return known;
    }

    @Override
    public List<Plan> all() {
        return plans().all();
    }

    @Override
    public Optional<Plan> forCause(String rule) {
        return plans().forCause(rule);
    }

    @Override
    public Optional<Plan> plan(String id) {
        return plans().plan(id);
    }

    @Override
    public Optional<Drawing> drawing(String name) {
        return plans().drawing(name);
    }
}
