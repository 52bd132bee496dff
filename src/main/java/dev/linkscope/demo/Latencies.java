package dev.linkscope.demo;

import static dev.linkscope.domain.probe.Timings.ABSENT;

import dev.linkscope.domain.probe.Phase;
import dev.linkscope.domain.probe.ProbeKind;
import dev.linkscope.domain.probe.Timings;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * Plausible durations of attempts: a fixed part and a tail that is rarely long. Orders of magnitude
 * are those of a home network and of a cloud server on the same continent.
 */
final class Latencies {
    private static final int MICROS_A_MILLI = 1_000;

    private Latencies() {}

    /** A duration in microseconds, cut off at the largest int (35 min). */
    static int micros(Duration duration) {
        return (int) Math.min(Integer.MAX_VALUE, duration.toMillis() * MICROS_A_MILLI);
    }

    /** Durations of an attempt that fails so, or succeeds where {@code fault} is null. */
    static Timings of(ProbeKind kind, @Nullable Fault fault, int deadlineMicros, Dice dice) {
        return switch (kind) {
            case SERVER_HTTP ->
                    phases(
                            new int[] {
                                tail(dice.with(0), 1_200, 24_000),
                                tail(dice.with(1), 18_000, 60_000),
                                tail(dice.with(2), 34_000, 80_000),
                                tail(dice.with(3), 70_000, 260_000),
                                tail(dice.with(4), 300, 2_500)
                            },
                            fault,
                            deadlineMicros,
                            dice);
            case WEBCAM_SNAPSHOT ->
                    phases(
                            new int[] {
                                ABSENT,
                                tail(dice.with(1), 150, 900),
                                ABSENT,
                                tail(dice.with(3), 28_000, 90_000),
                                tail(dice.with(4), 1_500, 9_000)
                            },
                            fault,
                            deadlineMicros,
                            dice);
            case DNS -> whole(tail(dice, 1_200, 22_000), fault, deadlineMicros, dice);
            case INTERNET -> whole(tail(dice, 9_000, 40_000), fault, deadlineMicros, dice);
            case GATEWAY -> whole(tail(dice, 900, 14_000), fault, deadlineMicros, dice);
            default -> throw new IllegalArgumentException("nothing is made up for " + kind);
        };
    }

    /** Cubing puts seven of eight draws into the lower half of the tail. */
    private static int tail(Dice dice, int least, int more) {
        double share = dice.share();
        return least + (int) (more * share * share * share);
    }

    private static Timings whole(int micros, @Nullable Fault fault, int deadline, Dice dice) {
        int took = fault == null ? micros : failing(fault, dice);
        return Timings.ofTotal(Math.min(took, deadline));
    }

    /** Durations in the order dns, connect, tls, request, body; none after the failing phase. */
    private static Timings phases(int[] took, @Nullable Fault fault, int deadline, Dice dice) {
        int last = took.length - 1;
        if (fault != null) {
            last = index(fault.phase());
            took[last] = failing(fault, dice);
        }
        int total = 0;
        for (int i = 0; i < took.length; i++) {
            boolean reached = i <= last && total < deadline && took[i] != ABSENT;
            took[i] = reached ? Math.min(took[i], deadline - total) : ABSENT;
            total += reached ? took[i] : 0;
        }
        return new Timings(took[0], took[1], took[2], took[3], took[4], total);
    }

    private static int failing(Fault fault, Dice dice) {
        long millis = dice.with("fault").between(fault.minMillis(), fault.maxMillis());
        return (int) Math.min(Integer.MAX_VALUE, millis * MICROS_A_MILLI + 200);
    }

    private static int index(Phase phase) {
        return switch (phase) {
            case DNS -> 0;
            case CONNECT -> 1;
            case TLS -> 2;
            case REQUEST, RESPONSE, UPGRADE -> 3;
            case BODY -> 4;
        };
    }
}
