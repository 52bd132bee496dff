package dev.linkscope.engine.port;

import dev.linkscope.domain.printer.Printer;
import java.util.Optional;

/** Reads OctoPrint's own key from its configuration, through the way in that there is already. */
@FunctionalInterface
public interface KeyOverLink {
    /** Reads nothing. */
    KeyOverLink NONE = printer -> Optional.empty();

    /**
     * The key. Blocks; only with the user's consent, as it allows everything that OctoPrint can do.
     *
     * @return to be wiped by the caller; empty where there is no such way, or no key
     * @throws LinkException if the way is closed
     */
    Optional<char[]> read(Printer printer) throws LinkException;
}
