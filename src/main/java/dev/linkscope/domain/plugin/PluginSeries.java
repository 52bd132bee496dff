package dev.linkscope.domain.plugin;

import dev.linkscope.domain.plugin.PluginReport.Counters;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What happened between one report of the plugin and the next. The plugin itself only counts since
 * OctoPrint started, so bursts show in these steps alone. Not thread-safe.
 */
public final class PluginSeries {
    /** A day of reports each half minute. */
    private static final int MOST_STEPS = 2_880;

    private final Deque<Step> steps = new ArrayDeque<>();
    private @Nullable PluginReport newest;
    private int restarts;

    /**
     * From one report to the next.
     *
     * @param from when the earlier one was read
     * @param to when the later one was read
     * @param restarted whether OctoPrint started between them: what was counted before that start
     *     and after the earlier report is lost
     * @param connected whether the live link stood at the later one; null if it did not say
     * @param server what was counted at the server
     * @param webcam what was counted at the camera
     */
    public record Step(
            Instant from,
            Instant to,
            boolean restarted,
            @Nullable Boolean connected,
            Count server,
            Count webcam) {}

    /**
     * Counts of one side.
     *
     * @param attempts messages sent or pictures wanted
     * @param errors how many of them failed
     */
    public record Count(int attempts, int errors) {
        /** Nothing was counted. */
        public static final Count NONE = new Count(0, 0);
    }

    /** Takes a report; one that is not newer than the last is passed over. */
    public void add(PluginReport report) {
        PluginReport last = newest;
        if (last != null && !report.readAt().isAfter(last.readAt())) {
            return;
        }
        newest = report;
        if (last == null) {
            return;
        }
        boolean restarted =
                restarted(last.server(), report.server())
                        || restarted(last.webcam(), report.webcam());
        restarts += restarted ? 1 : 0;
        steps.addLast(
                new Step(
                        last.readAt(),
                        report.readAt(),
                        restarted,
                        report.connected(),
                        count(restarted ? null : last.server(), report.server()),
                        count(restarted ? null : last.webcam(), report.webcam())));
        if (steps.size() > MOST_STEPS) {
            steps.removeFirst();
        }
    }

    /** The newest steps, oldest first. */
    public List<Step> steps() {
        return List.copyOf(steps);
    }

    /** Starts of OctoPrint that were seen. */
    public int restarts() {
        return restarts;
    }

    /** The first error of a run of OctoPrint never moves, and no count ever shrinks. */
    private static boolean restarted(@Nullable Counters before, @Nullable Counters after) {
        if (before == null) {
            return false;
        }
        return after == null
                || after.attempts() < before.attempts()
                || after.errors() < before.errors()
                || (before.first() != null && !Objects.equals(before.first(), after.first()));
    }

    private static Count count(@Nullable Counters before, @Nullable Counters after) {
        if (after == null) {
            return Count.NONE;
        }
        return before == null
                ? new Count(after.attempts(), after.errors())
                : new Count(after.attempts() - before.attempts(), after.errors() - before.errors());
    }
}
