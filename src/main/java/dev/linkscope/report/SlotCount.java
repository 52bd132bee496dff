package dev.linkscope.report;

import java.util.NoSuchElementException;
import tools.jackson.databind.JsonNode;

/**
 * How many slots a report speaks of, before any is made: a code of a few letters may ask for ten
 * million, and a report may hold thousands of codes.
 */
final class SlotCount {
    /** What a slot takes in memory, in bytes, with the list that holds it. */
    private static final int BYTES = 100;

    private SlotCount() {}

    /** Most that are read: as many as half of the memory of this program holds. */
    static long most() {
        return Runtime.getRuntime().maxMemory() / 2 / BYTES;
    }

    /** The slots of all traces in a report; codes that cannot be read count as none. */
    static long of(JsonNode node) {
        long count = node.isObject() ? own(node.path("states")) : 0;
        for (JsonNode inner : node) {
            count += of(inner);
        }
        return count;
    }

    private static long own(JsonNode states) {
        try {
            return states.isString() ? RunLength.length(states.stringValue()) : 0;
        } catch (NoSuchElementException e) {
            return 0;
        }
    }
}
