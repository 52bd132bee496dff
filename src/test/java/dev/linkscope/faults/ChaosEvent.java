package dev.linkscope.faults;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;

/**
 * Something that happens in a run of chaos.
 *
 * @param kind what
 * @param printer to whom; -1 for all
 * @param from seconds after the begin
 * @param lasts seconds until it is mended
 */
record ChaosEvent(Kind kind, int printer, int from, int lasts) {
    /** What it does to the way from the Pi to the server. */
    enum Way {
        /** Nothing gets through. */
        CUT,
        /** Something may get lost. */
        HARMED,
        /** Nothing happens to it. */
        LEFT
    }

    /** What can happen, and how often in comparison. */
    enum Kind {
        LINK_CUT(Way.CUT, false, 4),
        LOSS(Way.HARMED, false, 2),
        NAMES_DEAD(Way.CUT, false, 3),
        SERVER_FILTERED(Way.CUT, false, 3),
        AGENT_KILLED(Way.LEFT, false, 3),
        SSH_KILLED(Way.LEFT, false, 2),
        PI_RESTARTS(Way.LEFT, false, 2),
        CLOCK_JUMPS(Way.LEFT, false, 4),
        DISK_FULL(Way.LEFT, false, 1),
        SERVER_FAILS(Way.CUT, true, 1),
        ALL_NAMES_DEAD(Way.CUT, true, 1),
        CERTIFICATE_EXPIRED(Way.CUT, true, 1),
        PROVIDER_GONE(Way.CUT, true, 1),
        LINKSCOPE_KILLED(Way.LEFT, true, 1);

        private final Way way;
        private final boolean everybody;
        private final int weight;

        Kind(Way way, boolean everybody, int weight) {
            this.way = way;
            this.everybody = everybody;
            this.weight = weight;
        }

        Way way() {
            return way;
        }
    }

    /** Short ones and long ones; a few are long enough for an incident. */
    private static final int[] LENGTHS = {5, 10, 20, 35, 45, 60, 90, 150};

    /** Each printer has a fault of its own about so often. */
    private static final int SECONDS_BETWEEN = 200;

    /** Faults of all come alone, and one at a time. */
    private static final int SECONDS_BETWEEN_SHARED = 240;

    /** Every so many printers have a clock that can jump; the others do without that. */
    private static final int CLOCKS = 4;

    /**
     * Seconds by which a clock jumps: a little, as by a wrong zone, and a day. The certificates are
     * valid for a day before and several after.
     */
    private static final int[] JUMPS = {-30, 90, -7_200, 3_600, 86_400};

    /** Until everybody is connected, and after the last fault. */
    static final int QUIET = 25;

    int until() {
        return from + lasts;
    }

    boolean cuts() {
        return kind.way() == Way.CUT;
    }

    /** Whether it happens to that printer, at least among others. */
    boolean hits(int number) {
        return printer < 0 || printer == number;
    }

    /** Whether it ends the agent, and what that remembered goes with it. */
    boolean endsAgent() {
        return kind == Kind.AGENT_KILLED || kind == Kind.PI_RESTARTS;
    }

    /** By how much a clock jumps; the same for the same seed. */
    Duration jump() {
        return Duration.ofSeconds(JUMPS[from % JUMPS.length]);
    }

    /** Whether the clock of a printer can jump. */
    static boolean hasClock(int number) {
        return number >= 0 && number % CLOCKS == 0;
    }

    /**
     * What happens in a run; the same for the same seed.
     *
     * @param clocks whether clocks can be made to jump here; without, those jumps alone are left
     *     out
     */
    static List<ChaosEvent> plan(long seed, int printers, Duration length, boolean clocks) {
        var random = new SplittableRandom(seed);
        int seconds = Math.toIntExact(length.toSeconds());
        var events = new ArrayList<ChaosEvent>();
        for (int number = -1; number < printers; number++) {
            int between = number < 0 ? SECONDS_BETWEEN_SHARED : SECONDS_BETWEEN;
            int at = QUIET + random.nextInt(between);
            while (at + LENGTHS[0] <= seconds - QUIET) {
                int rest = seconds - QUIET - at;
                int[] fitting = IntStream.of(LENGTHS).filter(one -> one <= rest).toArray();
                int lasts = fitting[random.nextInt(fitting.length)];
                events.add(new ChaosEvent(kind(random, number), number, at, lasts));
                at += lasts + QUIET / 2 + random.nextInt(between);
            }
        }
        events.removeIf(one -> one.kind == Kind.CLOCK_JUMPS && !clocks);
        events.sort(Comparator.comparingInt(ChaosEvent::from));
        return events;
    }

    private static Kind kind(SplittableRandom random, int number) {
        List<Kind> kinds =
                List.of(Kind.values()).stream()
                        .filter(one -> one.everybody == number < 0)
                        .filter(one -> one != Kind.CLOCK_JUMPS || hasClock(number))
                        .toList();
        int weights = kinds.stream().mapToInt(one -> one.weight).sum();
        int chosen = random.nextInt(weights);
        for (Kind one : kinds) {
            chosen -= one.weight;
            if (chosen < 0) {
                return one;
            }
        }
        throw new AssertionError("weights add up");
    }
}
