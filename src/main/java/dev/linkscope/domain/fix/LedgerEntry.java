package dev.linkscope.domain.fix;

import dev.linkscope.domain.Statement;
import dev.linkscope.domain.printer.PrinterId;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One change that somebody made because of Linkscope. Written before the change, so that nothing is
 * changed that is not in the ledger.
 *
 * @param id unique
 * @param fixCase the case that it belongs to
 * @param printer the printer
 * @param step id of the step
 * @param action what Linkscope did; null if the user did it by hand
 * @param who name of the user of this computer, who asked for it
 * @param begun when it was begun
 * @param ended when its end was known; null before
 * @param state how it stands
 * @param changes what it changed, for people
 * @param undo what the action needs to undo it, in its own form and without secrets; null if it
 *     cannot be undone by Linkscope
 * @param said what it has to tell, of a failure too
 */
public record LedgerEntry(
        String id,
        String fixCase,
        PrinterId printer,
        String step,
        @Nullable ActionCall action,
        String who,
        Instant begun,
        @Nullable Instant ended,
        EntryState state,
        List<ValueChange> changes,
        @Nullable String undo,
        List<Statement> said) {
    public LedgerEntry {
        changes = List.copyOf(changes);
        said = List.copyOf(said);
    }

    /** The same, standing otherwise. */
    public LedgerEntry ended(EntryState how, Instant at, List<Statement> told) {
        return new LedgerEntry(
                id, fixCase, printer, step, action, who, begun, at, how, changes, undo, told);
    }
}
