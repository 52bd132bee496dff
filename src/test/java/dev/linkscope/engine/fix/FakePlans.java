package dev.linkscope.engine.fix;

import dev.linkscope.domain.fix.ActionCall;
import dev.linkscope.domain.fix.FixPane;
import dev.linkscope.domain.fix.Plan;
import dev.linkscope.domain.fix.PlanStep;
import dev.linkscope.domain.fix.StepKind;
import dev.linkscope.engine.port.FixPlans;
import java.util.List;
import java.util.Map;

/** One plan with a step of each kind. */
final class FakePlans {
    static final ActionCall SWITCH = new ActionCall("test.switch", Map.of());
    static final ActionCall RESTART = new ActionCall("test.restart", Map.of());

    static final Plan PLAN =
            new Plan(
                    "better_wifi",
                    List.of("wifi.weak"),
                    FixPane.SERVER,
                    List.of(
                            step("switch", StepKind.ON_THE_PI, "W", SWITCH),
                            step("idle_switch", StepKind.ON_THE_PI, "WI", SWITCH),
                            step("trial_switch", StepKind.ON_THE_PI, "WE", SWITCH),
                            step("restart", StepKind.ON_THE_PI, "W", RESTART),
                            step("cable", StepKind.BY_HAND, "W", null),
                            step("same_room", StepKind.BY_HAND, "WEIP", null),
                            step("look_at_it", StepKind.BY_HAND, "", null),
                            step("wait", StepKind.WATCH, "", null),
                            step("human", StepKind.HUMAN, "", null)));

    static final FixPlans PLANS = () -> List.of(PLAN);

    private FakePlans() {}

    /** Traits: watched, experiment, idle, power off. */
    private static PlanStep step(String id, StepKind kind, String traits, ActionCall action) {
        return new PlanStep(
                id,
                kind,
                traits.contains("E"),
                traits.contains("I"),
                traits.contains("P"),
                traits.contains("W"),
                action,
                null,
                List.of("https://example.org"));
    }
}
