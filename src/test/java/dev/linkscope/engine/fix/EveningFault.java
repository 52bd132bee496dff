package dev.linkscope.engine.fix;

import dev.linkscope.stats.math.SplitMix;
import java.time.Duration;

/** A link that fails at a certain time of day: 2 to 6 h long, with a drop-out every 4 to 40 min. */
final class EveningFault {
    static final Duration CADENCE = Duration.ofMinutes(1);

    /** Slots of a day. */
    static final int DAY = 1_440;

    private final SplitMix random;
    private final int begin;
    private final int length;
    private final double perSlot;
    private final double comes;

    EveningFault(SplitMix random) {
        this(random, 1);
    }

    /** One that comes only on a share of the days. */
    EveningFault(SplitMix random, double comes) {
        this.random = random;
        this.comes = comes;
        this.begin = random.nextInt(DAY);
        this.length = 120 + random.nextInt(240);
        this.perSlot = 1.0 / (4 + random.nextInt(36));
    }

    /** Whole days from a slot on, fault and all. */
    String slots(int from, int days) {
        StringBuilder row = new StringBuilder();
        boolean today = random.nextDouble() < comes;
        for (int slot = from; slot < from + days * DAY; slot++) {
            int phase = Math.floorMod(slot - begin, DAY);
            today = phase == 0 ? random.nextDouble() < comes : today;
            boolean fails = phase < length && today && random.nextDouble() < perSlot;
            row.append(fails || random.nextDouble() < 0.0002 ? '0' : '1');
        }
        return row.toString();
    }
}
