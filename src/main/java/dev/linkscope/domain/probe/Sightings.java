package dev.linkscope.domain.probe;

import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;

/** When one probe succeeded and failed, in the order of time. Not thread-safe. */
public final class Sightings {
    private static final int FIRST_SIZE = 64;

    /** What is not found in so many steps is looked for by halving. */
    private static final int NEAR = 16;

    /** More than any agent makes; one that is hostile must not fill the memory. */
    private static final int MOST_PER_SECOND = 2;

    private final long span;
    private final long most;
    private long[] times = new long[FIRST_SIZE];
    private boolean[] failures = new boolean[FIRST_SIZE];
    private int size;

    /**
     * None yet.
     *
     * @param kept how much of the past is kept; less if there are more than two attempts a second
     */
    public Sightings(Duration kept) {
        this.span = kept.toMillis();
        this.most = kept.toSeconds() * MOST_PER_SECOND;
    }

    /** Takes an attempt that measured something; one that comes late finds its place. */
    public void add(Instant started, boolean failed) {
        long at = started.toEpochMilli();
        if (size == times.length) {
            makeRoom();
        }
        int place = size;
        while (place > 0 && times[place - 1] > at) {
            times[place] = times[place - 1];
            failures[place] = failures[place - 1];
            place--;
        }
        times[place] = at;
        failures[place] = failed;
        size++;
    }

    private void makeRoom() {
        int old = firstSince(times[size - 1] - span);
        if (size >= most) {
            old = Math.max(old, size / 2);
        }
        if (old > size / 4) {
            System.arraycopy(times, old, times, 0, size - old);
            System.arraycopy(failures, old, failures, 0, size - old);
            size -= old;
        } else {
            times = Arrays.copyOf(times, size * 2);
            failures = Arrays.copyOf(failures, size * 2);
        }
    }

    /** How many attempts there are; indexes are 0 to one less. */
    public int size() {
        return size;
    }

    /** When an attempt started, as milliseconds since 1970. */
    public long millis(int index) {
        return times[index];
    }

    /** Whether an attempt failed. */
    public boolean failed(int index) {
        return failures[index];
    }

    /** Index of the first attempt at or after a time; {@link #size()} if there is none. */
    public int firstSince(long millis) {
        int place = Arrays.binarySearch(times, 0, size, millis);
        if (place < 0) {
            return -place - 1;
        }
        while (place > 0 && times[place - 1] == millis) {
            place--;
        }
        return place;
    }

    /**
     * The same, quick where times are asked for one after the other.
     *
     * @param near index that was found for a time shortly before
     */
    public int firstSince(long millis, int near) {
        boolean after = near == 0 || times[near - 1] < millis;
        for (int i = near; after && i <= Math.min(size, near + NEAR); i++) {
            if (i == size || times[i] >= millis) {
                return i;
            }
        }
        return firstSince(millis);
    }

    /** Attempts that started within [from, to). */
    public JointCounts within(long fromMillis, long toMillis) {
        int measured = 0;
        int failed = 0;
        for (int i = firstSince(fromMillis); i < size && times[i] < toMillis; i++) {
            measured++;
            failed += failures[i] ? 1 : 0;
        }
        return new JointCounts(measured, failed);
    }
}
