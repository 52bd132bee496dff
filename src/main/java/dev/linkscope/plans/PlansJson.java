package dev.linkscope.plans;

import dev.linkscope.domain.fix.ActionCall;
import dev.linkscope.domain.fix.FixPane;
import dev.linkscope.domain.fix.Plan;
import dev.linkscope.domain.fix.PlanStep;
import dev.linkscope.domain.fix.StepKind;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The plans in {@code plans.json}: steps by their ids, and plans that name them in order. */
final class PlansJson {
    private static final Set<String> BOOK = Set.of("steps", "plans");
    private static final Set<String> STEP =
            Set.of(
                    "kind",
                    "experiment",
                    "idle",
                    "powerOff",
                    "watched",
                    "action",
                    "drawing",
                    "sources");
    private static final Set<String> ACTION = Set.of("id", "args");
    private static final Set<String> PLAN = Set.of("id", "pane", "causes", "steps");
    private static final Set<StepKind> DONE_BY_LINKSCOPE =
            Set.of(StepKind.ON_THE_PI, StepKind.IN_OCTOPRINT);

    private PlansJson() {}

    /**
     * The plans in a book.
     *
     * @throws BrokenBookException if it is not one, says something twice or has steps to spare
     */
    static List<Plan> read(Entry book) {
        var steps = new LinkedHashMap<String, PlanStep>();
        book.knowing(BOOK)
                .entry("steps")
                .entries()
                .forEach((id, step) -> steps.put(id, step(id, step)));
        var plans = new ArrayList<Plan>();
        var ids = new HashSet<String>();
        var causes = new HashSet<String>();
        for (Entry entry : book.objects("plans")) {
            Plan plan = plan(entry.knowing(PLAN), steps);
            if (!ids.add(plan.id())) {
                throw entry.problem(plan.id(), "stands there twice");
            }
            for (String cause : plan.causes()) {
                if (!causes.add(cause)) {
                    throw entry.problem(cause, "has two plans");
                }
            }
            plans.add(plan);
        }
        plans.forEach(plan -> plan.steps().forEach(step -> steps.remove(step.id())));
        if (!steps.isEmpty()) {
            throw book.problem(steps.keySet().toString(), "are part of no plan");
        }
        return List.copyOf(plans);
    }

    private static PlanStep step(String id, Entry entry) {
        entry.knowing(STEP);
        StepKind kind = entry.oneOf("kind", List.of(StepKind.values()), StepKind::wireName);
        if (entry.has("action") != DONE_BY_LINKSCOPE.contains(kind)) {
            throw entry.problem("action", "is for what Linkscope does, and for that alone");
        }
        return new PlanStep(
                id,
                kind,
                entry.flag("experiment"),
                entry.flag("idle"),
                entry.flag("powerOff"),
                entry.flag("watched"),
                entry.has("action") ? action(entry.entry("action").knowing(ACTION)) : null,
                entry.optionalText("drawing"),
                entry.list("sources"));
    }

    private static ActionCall action(Entry entry) {
        return new ActionCall(entry.text("id"), entry.entry("args").texts());
    }

    private static Plan plan(Entry entry, Map<String, PlanStep> steps) {
        var inOrder = new ArrayList<PlanStep>();
        for (String id : entry.list("steps")) {
            PlanStep step = steps.get(id);
            if (step == null || inOrder.contains(step)) {
                throw entry.problem(id, "is no step, or stands there twice");
            }
            inOrder.add(step);
        }
        if (inOrder.getLast().kind() != StepKind.HUMAN) {
            throw entry.problem("steps", "do not end with help");
        }
        return new Plan(
                entry.text("id"),
                entry.list("causes"),
                entry.oneOf("pane", List.of(FixPane.values()), FixPane::wireName),
                inOrder);
    }
}
