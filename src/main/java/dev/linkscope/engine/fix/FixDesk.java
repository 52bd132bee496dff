package dev.linkscope.engine.fix;

import dev.linkscope.domain.fix.Drawing;
import dev.linkscope.domain.fix.LedgerEntry;
import dev.linkscope.domain.fix.Plan;
import dev.linkscope.domain.printer.PrinterId;
import dev.linkscope.engine.port.FixAction;
import dev.linkscope.engine.port.LinkException;
import dev.linkscope.engine.port.LinkQuestions;
import dev.linkscope.engine.port.PrintingNow;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Where causes are mended: one change at a time, written down before it is made and watched
 * afterwards. What only tells returns at once and may be called from any thread; what changes
 * something blocks and belongs into the background.
 */
public interface FixDesk {
    /** Has no plans. */
    FixDesk NONE = new NoFixes();

    /** Grows whenever anything that this desk tells has changed; cheap to poll. */
    long revision();

    /** The plan for a cause. */
    Optional<Plan> planFor(String rule);

    /** The drawing that a step names. */
    Optional<Drawing> drawing(String name);

    /** All ways that have not ended, the latest first. */
    List<FixView> views();

    /** One of them, ended or not; empty if there is none of that id. */
    Optional<FixView> view(String group);

    /** Every change to a printer, the latest first. */
    List<LedgerEntry> ledger(PrinterId printer);

    /** Its changes as they stand on its timeline, the oldest first. */
    List<FixMark> marks(PrinterId printer);

    /** Ways that the user wanted to be reminded of by now. */
    List<FixView> due();

    /**
     * Begins a plan, or goes on with the one of the same cause that has not ended.
     *
     * @param printers at least one
     * @return id of the group
     */
    String begin(Plan plan, String cause, List<PrinterId> printers);

    /** The user turns to a step. */
    void turnTo(String group, String step);

    /** Whether anything prints on one of its printers; asks each anew. */
    Map<PrinterId, PrintingNow.State> printing(String group);

    /** Looks what the step of the group would do to each of its printers. Changes nothing. */
    Map<PrinterId, Look> look(String group, LinkQuestions questions);

    /**
     * Does to each printer what was shown, and begins to watch it. What is in the way of one
     * printer does not keep the others from it.
     *
     * @param nothingPrints the user says so, where nobody else can tell
     * @return what became of each
     */
    Map<PrinterId, LedgerEntry> carryOut(
            String group,
            Map<PrinterId, Look> shown,
            boolean nothingPrints,
            LinkQuestions questions);

    /** The user has done the step by hand: from now on it is watched. */
    void done(String group);

    /** The power is cut for the step: what follows does not count. */
    void away(String group);

    /** <em>It is back</em>: from now on it is watched. */
    void back(String group);

    /** Shuts the printers' computers down, then as {@link #away}. Never while printing. */
    Map<PrinterId, LedgerEntry> shutDown(
            String group, boolean nothingPrints, LinkQuestions questions);

    /** <em>It did not help.</em> */
    void gaveUp(String group);

    /** The user has undone the experiment: from now on it is watched whether the fault returns. */
    void undone(String group);

    /** Leaves it for now; agents measure on. */
    void pause(String group, @Nullable Instant remindAt);

    /** Goes on with it. */
    void resume(String group);

    /** Ends it: fixed, or given up. */
    void end(String group);

    /** What is in place of a change, such as one that was interrupted. */
    FixAction.Standing standing(String entry, LinkQuestions questions) throws LinkException;

    /** Undoes a change. */
    LedgerEntry undo(String entry, LinkQuestions questions) throws LinkException;

    /** Carries an interrupted change to its end. */
    LedgerEntry finish(String entry, LinkQuestions questions) throws LinkException;

    /**
     * What a step would do to one printer.
     *
     * @param preview null if not even that could be told
     * @param problem why; null if it could
     */
    record Look(FixAction.@Nullable Preview preview, @Nullable LinkException problem) {}
}
