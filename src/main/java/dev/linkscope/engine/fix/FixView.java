package dev.linkscope.engine.fix;

import dev.linkscope.domain.Statement;
import dev.linkscope.domain.fix.CaseState;
import dev.linkscope.domain.fix.Plan;
import dev.linkscope.domain.fix.PlanStep;
import dev.linkscope.domain.fix.Trial;
import dev.linkscope.domain.printer.PrinterId;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A way through a plan as it stands, of one printer or of several with one cause.
 *
 * @param group its id
 * @param plan the plan
 * @param cause id of the rule whose finding began it
 * @param step the step that the user is at
 * @param state whether somebody is at work on it
 * @param remindAt when the user wants to be reminded; null unless paused with a time
 * @param members its printers, at least one
 */
public record FixView(
        String group,
        Plan plan,
        String cause,
        PlanStep step,
        CaseState state,
        @Nullable Instant remindAt,
        List<Member> members) {
    public FixView {
        members = List.copyOf(members);
    }

    /**
     * One printer of it.
     *
     * @param printer the printer
     * @param name what the user calls it
     * @param trial the change that is watched at this step, or was; null before it was made
     * @param figures of that change; null before it was made, or while it is away
     * @param announcement how long it will have to be watched, or how much longer before anything
     *     is changed
     * @param ready whether enough was seen to compare a change with
     */
    public record Member(
            PrinterId printer,
            String name,
            @Nullable Trial trial,
            @Nullable TrialView figures,
            Statement announcement,
            boolean ready) {}

    /** Whether this printer is in it. */
    public boolean has(PrinterId printer) {
        return members.stream().anyMatch(member -> member.printer().equals(printer));
    }
}
