package dev.linkscope.engine.bulk;

import dev.linkscope.domain.printer.PrinterId;
import dev.linkscope.engine.port.LinkQuestions.HostKey;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/**
 * Host keys that the user accepted, each for one printer: behind a jump host there are two. Not
 * thread-safe.
 */
final class AcceptedKeys {
    private final Map<PrinterId, Set<HostKey>> keys = new HashMap<>();

    /** The key is right for this printer. */
    void accept(PrinterId printer, HostKey key) {
        keys.computeIfAbsent(printer, _ -> new HashSet<>()).add(key);
    }

    /** What was accepted for this printer. */
    Set<HostKey> of(PrinterId printer) {
        return Set.copyOf(keys.getOrDefault(printer, Set.of()));
    }
}
