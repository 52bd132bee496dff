package dev.linkscope.stats;

import dev.linkscope.domain.coverage.Coverage;
import dev.linkscope.domain.coverage.NotMeasured;
import dev.linkscope.domain.coverage.Segment;
import dev.linkscope.domain.coverage.Slot;
import dev.linkscope.domain.coverage.Trace;
import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What was measured of what was due. */
public final class CoverageOf {
    private CoverageOf() {}

    /** Coverage over several panes together. A slot without a reason counts as not asked for. */
    public static Coverage traces(List<Trace> traces) {
        Map<NotMeasured, Integer> missing = new EnumMap<>(NotMeasured.class);
        for (NotMeasured reason : NotMeasured.values()) {
            missing.put(reason, 0);
        }
        Instant from = null;
        Instant to = null;
        int slots = 0;
        int measured = 0;
        for (Trace trace : traces) {
            for (Segment segment : trace.segments()) {
                from = from == null || segment.start().isBefore(from) ? segment.start() : from;
                to = to == null || segment.end().isAfter(to) ? segment.end() : to;
                slots += segment.slots().size();
                measured += count(segment, missing);
            }
        }
        return new Coverage(from, to, slots, measured, missing);
    }

    private static int count(Segment segment, Map<NotMeasured, Integer> missing) {
        int measured = 0;
        for (Slot slot : segment.slots()) {
            if (slot.measured()) {
                measured++;
            } else {
                missing.merge(reason(slot.reason()), 1, Integer::sum);
            }
        }
        return measured;
    }

    private static NotMeasured reason(@Nullable NotMeasured given) {
        return given == null ? NotMeasured.NOT_ASKED : given;
    }
}
