package dev.linkscope.engine.port;

import dev.linkscope.domain.printer.PrinterId;
import java.util.Set;

/**
 * Who of several watchers measures which printer. Each printer has at most one holder at a time;
 * what a dead watcher held is free after {@link #TERM_SECONDS}.
 */
public interface WatchLeases extends AutoCloseable {
    /** How long a lease lasts without being renewed; seconds. */
    int TERM_SECONDS = 20;

    /** How often a watcher renews; seconds. A third of the term, so that one failure is borne. */
    int RENEWAL_SECONDS = 6;

    /** Every printer is ours: there is no other watcher. */
    WatchLeases ALONE = wanted -> Set.copyOf(wanted);

    /**
     * Renews what this watcher holds, takes what is free as far as it is this watcher's fair share,
     * and lets go what others should have. May block for the length of a request. The caller stops
     * measuring what is not returned before it calls again: only then others get it.
     *
     * @param wanted printers that this watcher would measure
     * @return those it holds now, until {@link #TERM_SECONDS} after the call began; a caller that
     *     gets no answer within that has to stop measuring
     * @throws LeaseException if the store of the leases cannot be asked
     */
    Set<PrinterId> renew(Set<PrinterId> wanted) throws LeaseException;

    /** Gives everything back. */
    @Override
    default void close() {}

    /** The store of the leases cannot be asked. The message holds no secret. */
    final class LeaseException extends Exception {
        private static final long serialVersionUID = 1L;

        public LeaseException(String message, Throwable cause) {
            super(message, cause);
        }
    }
}
