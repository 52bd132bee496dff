package dev.linkscope.stats;

import dev.linkscope.domain.loss.Rfc3611;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Bursts and gaps by the definition of RFC 3611 §4.7.2; the event pseudo-code in that section
 * counts its own example wrongly. All lengths are measured time: a slot that nobody measured lies
 * in no burst and in no gap.
 */
final class Rfc3611Bursts {
    private final int gmin;
    private int bursts;
    private int burstErrors;
    private int burstSlots;
    private double burstSeconds;
    private int gaps;
    private int gapErrors;
    private int gapSlots;
    private double gapSeconds;

    private Rfc3611Bursts(int gmin) {
        this.gmin = gmin;
    }

    static Rfc3611 of(List<SlotRow> rows, int gmin) {
        Rfc3611Bursts sum = new Rfc3611Bursts(gmin);
        rows.forEach(sum::add);
        return new Rfc3611(
                gmin,
                sum.bursts,
                share(sum.burstErrors, sum.burstSlots),
                share(sum.gapErrors, sum.gapSlots),
                sum.burstSeconds,
                sum.gapSeconds,
                share(sum.burstSeconds, sum.bursts),
                share(sum.gapSeconds, sum.gaps));
    }

    /** A stretch of one failure has Gmin ok slots on both sides: it belongs to the gap. */
    private void add(SlotRow row) {
        int from = 0;
        int slots = 0;
        int errors = 0;
        for (Stretch stretch : Stretch.merge(List.of(row), gmin)) {
            if (stretch.errors() < 2) {
                continue;
            }
            addGap(row, from, stretch.first());
            from = stretch.last() + 1;
            bursts++;
            slots += stretch.measured();
            errors += stretch.errors();
        }
        addGap(row, from, row.length());
        burstErrors += errors;
        burstSlots += slots;
        burstSeconds += slots * row.cadenceSeconds();
        gapErrors += row.failed() - errors;
        gapSlots += row.measured() - slots;
        gapSeconds += (row.measured() - slots) * row.cadenceSeconds();
    }

    private void addGap(SlotRow row, int from, int to) {
        for (int i = from; i < to; i++) {
            if (row.measuredAt(i)) {
                gaps++;
                return;
            }
        }
    }

    private static @Nullable Double share(double part, int whole) {
        return whole == 0 ? null : part / whole;
    }
}
