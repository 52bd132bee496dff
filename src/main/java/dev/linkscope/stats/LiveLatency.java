package dev.linkscope.stats;

import dev.linkscope.domain.coverage.Slot;
import dev.linkscope.domain.coverage.Trace;
import dev.linkscope.domain.loss.Quantiles;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Answer times of one pane, kept up slot by slot in constant memory: quantiles within 1 %, and when
 * they changed. Not thread-safe.
 *
 * <p>Each {@value #BLOCK} answers are compared with all since the last change. A change is two such
 * blocks in a row that both differ from what was before ({@link KolmogorovSmirnov}, neighbours'
 * correlation taken into account), with a median that moved by a quarter or more the same way.
 */
public final class LiveLatency {
    /** Answers that are compared with those before: ten minutes at 10 s. */
    static final int BLOCK = 60;

    /** Chance that one block differs without a change; two in a row are needed. */
    private static final double SIGNIFICANCE = 0.005;

    /** Ratio of medians from which a change matters to anybody. */
    private static final double MATTERS = 1.25;

    private final LatencyDigest all = new LatencyDigest();
    private final List<LatencyChange> changes = new ArrayList<>();
    private @Nullable LatencyLevel known;
    private @Nullable LatencyLevel suspect;
    private @Nullable LatencyLevel block;

    /** No answer yet. */
    public LiveLatency() {}

    /** The changes within a whole trace, oldest first; the same as slot by slot. */
    public static List<LatencyChange> changes(Trace trace) {
        LiveLatency live = new LiveLatency();
        trace.slots().forEach(live::add);
        return live.changes();
    }

    /** Adds the next slot; only an ok one with a known time counts. */
    public void add(Slot slot) {
        if (!slot.measured() || slot.failed() || slot.latencyMicros() < 0) {
            return;
        }
        LatencyLevel filling = block == null ? new LatencyLevel(slot.scheduled()) : block;
        filling.add(slot.latencyMicros());
        all.add(slot.latencyMicros());
        block = filling;
        if (filling.count() == BLOCK) {
            block = null;
            close(filling);
        }
    }

    /** Quantiles of all answers in milliseconds, within 1 %; null without one. */
    public @Nullable Quantiles quantiles() {
        return all.quantiles();
    }

    /** When answer times changed, oldest first. */
    public List<LatencyChange> changes() {
        return List.copyOf(changes);
    }

    private void close(LatencyLevel full) {
        LatencyLevel before = known;
        LatencyLevel first = suspect;
        suspect = null;
        if (before == null) {
            known = full;
        } else if (first == null) {
            if (differs(before, full)) {
                suspect = full;
            } else {
                before.addAll(full);
            }
        } else if (differs(before, full) && sameWay(before, first, full)) {
            changes.add(
                    new LatencyChange(
                            first.from(),
                            before.digest().median(),
                            full.digest().median(),
                            Math.max(before.pValue(first), before.pValue(full))));
            // The suspect may hold answers of both levels; it belongs to neither.
            known = full;
        } else {
            before.addAll(first);
            before.addAll(full);
        }
    }

    private static boolean differs(LatencyLevel before, LatencyLevel after) {
        double ratio = after.digest().median() / before.digest().median();
        return Math.max(ratio, 1 / ratio) >= MATTERS && before.pValue(after) < SIGNIFICANCE;
    }

    private static boolean sameWay(LatencyLevel before, LatencyLevel first, LatencyLevel second) {
        double median = before.digest().median();
        return first.digest().median() > median == second.digest().median() > median;
    }
}
