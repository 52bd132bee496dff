package dev.linkscope.domain.fix;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One thing to try. Its words are in the bundle: {@code step.ID.title}, {@code step.ID.text} and,
 * for an experiment, {@code step.ID.back}, which says how to undo it.
 *
 * @param id stable; a step may be part of several plans
 * @param kind who does it
 * @param experiment whether it is only for a test and undone afterwards
 * @param idle whether it must not be done while something prints
 * @param powerOff whether the printer's computer is without power meanwhile
 * @param watched whether it is watched afterwards if it helped; false for steps that only look
 * @param action what Linkscope does; null unless it does it
 * @param drawing name of the drawing beside the words; null without one
 * @param sources where this advice comes from, at least one
 */
public record PlanStep(
        String id,
        StepKind kind,
        boolean experiment,
        boolean idle,
        boolean powerOff,
        boolean watched,
        @Nullable ActionCall action,
        @Nullable String drawing,
        List<String> sources) {
    public PlanStep {
        sources = List.copyOf(sources);
    }

    /** Key of its title; {0} is the printer. */
    public String titleKey() {
        return "step." + id + ".title";
    }

    /** Key of what to do; {0} is the printer. */
    public String textKey() {
        return "step." + id + ".text";
    }

    /** Key of how to undo it, of an experiment. */
    public String backKey() {
        return "step." + id + ".back";
    }
}
