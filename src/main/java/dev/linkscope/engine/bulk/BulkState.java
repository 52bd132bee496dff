package dev.linkscope.engine.bulk;

import dev.linkscope.engine.bulk.BulkEntry.Stage;
import java.util.List;

/**
 * How a trial of many printers stands.
 *
 * @param phase what is going on
 * @param entries in the user's order
 * @param refused printers that refused the shared password one after the other, up to now
 */
public record BulkState(Phase phase, List<BulkEntry> entries, int refused) {
    /** Phases of a trial. */
    public enum Phase {
        /** Host keys are looked at. */
        LOOKING,
        /** New host keys wait for the user: {@link BulkTrial#review}. */
        REVIEW,
        /** Logins are tried. */
        TRYING,
        /** Several printers refused the shared password: {@link BulkTrial#goOn} or an end. */
        REFUSED,
        /** Every entry is done or has failed. */
        OVER
    }

    public BulkState {
        entries = List.copyOf(entries);
    }

    /** Entries at a stage. */
    public List<BulkEntry> at(Stage stage) {
        return entries.stream().filter(entry -> entry.stage() == stage).toList();
    }
}
