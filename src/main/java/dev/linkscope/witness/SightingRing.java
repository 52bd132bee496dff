package dev.linkscope.witness;

import dev.linkscope.engine.port.Witness.Sighting;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The newest sightings of one place, eight bytes each: milliseconds above, what came of it in the
 * lowest byte. Not thread-safe.
 */
final class SightingRing {
    private static final int CODE_BITS = 8;
    private static final int CODES = 1 << CODE_BITS;
    private static final int FIRST_ROOM = 64;

    private final int capacity;

    /** Failures by their code, 1 and up; 0 is none. */
    private final List<String> failures = new ArrayList<>();

    private long[] entries;
    private int from;
    private int size;

    SightingRing(int capacity) {
        this.capacity = capacity;
        entries = new long[Math.min(capacity, FIRST_ROOM)];
    }

    /** Adds one, in place of the oldest if there is no room. */
    void add(Instant at, @Nullable String failure) {
        if (size == entries.length) {
            makeRoom();
        }
        entries[(from + size) % entries.length] = at.toEpochMilli() << CODE_BITS | code(failure);
        size++;
    }

    private void makeRoom() {
        if (size == capacity) {
            from = (from + 1) % capacity;
            size--;
            return;
        }
        long[] larger = new long[(int) Math.min(capacity, 2L * size)];
        for (int i = 0; i < size; i++) {
            larger[i] = entries[(from + i) % size];
        }
        entries = larger;
        from = 0;
    }

    private int code(@Nullable String failure) {
        if (failure == null) {
            return 0;
        }
        int known = failures.indexOf(failure);
        if (known < 0 && failures.size() < CODES - 1) {
            failures.add(failure);
            known = failures.size() - 1;
        }
        // More kinds of failures than there are: the last one stands for them.
        return known < 0 ? CODES - 1 : known + 1;
    }

    /** Those since a moment, oldest first. */
    List<Sighting> since(Instant oldest) {
        long limit = oldest.toEpochMilli();
        var found = new ArrayList<Sighting>(size);
        for (int i = 0; i < size; i++) {
            long entry = entries[(from + i) % entries.length];
            long millis = entry >> CODE_BITS;
            int code = (int) (entry & (CODES - 1));
            if (millis >= limit) {
                String failure = code == 0 ? null : failures.get(code - 1);
                found.add(new Sighting(Instant.ofEpochMilli(millis), failure));
            }
        }
        return found;
    }

    /** Bytes that its entries take. */
    long bytes() {
        return (long) entries.length * Long.BYTES;
    }
}
