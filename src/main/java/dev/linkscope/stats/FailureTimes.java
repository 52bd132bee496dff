package dev.linkscope.stats;

import dev.linkscope.domain.loss.Episode;
import dev.linkscope.domain.loss.Outage;
import dev.linkscope.domain.probe.Phase;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** When failures happened, and in which phase. */
final class FailureTimes {
    private FailureTimes() {}

    /** Runs of adjacent failures (RFC 6534), in the order of time. */
    static List<Episode> episodes(List<SlotRow> rows) {
        return Stretch.merge(rows, 1).stream()
                .map(run ->
                        new Episode(
                                run.row().started(run.first()),
                                run.row().endOf(run.last()),
                                run.errors()))
                .toList();
    }

    /** Outages as users read them, in the order of time. */
    static List<Outage> outages(List<SlotRow> rows) {
        return Stretch.merge(rows, OutageCounter.GMIN).stream()
                .filter(stretch -> stretch.errors() >= 2)
                .map(FailureTimes::outage)
                .toList();
    }

    private static Outage outage(Stretch stretch) {
        SlotRow row = stretch.row();
        return new Outage(
                row.started(stretch.first()),
                row.endOf(stretch.last()),
                stretch.errors(),
                Phase.mostFrequent(byPhase(row, stretch.first(), stretch.last())));
    }

    /** Failures by phase; those of unknown phase are absent. */
    static Map<Phase, Integer> byPhase(List<SlotRow> rows) {
        Map<Phase, Integer> counts = new EnumMap<>(Phase.class);
        for (SlotRow row : rows) {
            byPhase(row, 0, row.length() - 1)
                    .forEach((phase, count) -> counts.merge(phase, count, Integer::sum));
        }
        return counts;
    }

    private static Map<Phase, Integer> byPhase(SlotRow row, int first, int last) {
        Map<Phase, Integer> counts = new EnumMap<>(Phase.class);
        for (int i = first; i <= last; i++) {
            Phase phase = row.slot(i).phase();
            if (row.failedAt(i) && phase != null) {
                counts.merge(phase, 1, Integer::sum);
            }
        }
        return counts;
    }
}
