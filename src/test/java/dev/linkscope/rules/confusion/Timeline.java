package dev.linkscope.rules.confusion;

import dev.linkscope.rules.confusion.Fault.Comes;
import dev.linkscope.stats.math.SplitMix;
import java.util.BitSet;

/**
 * A fault and the slots of 10 s in which it is at work.
 *
 * @param lasting whether it is always
 */
record Timeline(Fault fault, BitSet active, boolean lasting) {
    /** Mean of the slots between two bursts, and of those of a burst. */
    private static final double BETWEEN = 60;

    private static final double BURST = 12;

    static Timeline of(Fault fault, int slots, SplitMix random) {
        boolean lasting =
                fault.comes().size() > 1
                        ? random.nextDouble() < 0.4
                        : fault.comes().contains(Comes.LASTS);
        var active = new BitSet();
        if (lasting) {
            active.set(0, slots);
            return new Timeline(fault, active, true);
        }
        int at = (int) (BETWEEN * random.nextDouble());
        while (at < slots) {
            int length = 3 + (int) (-BURST * Math.log1p(-random.nextDouble()));
            active.set(at, Math.min(slots, at + length));
            at += length + 6 + (int) (-BETWEEN * Math.log1p(-random.nextDouble()));
        }
        return new Timeline(fault, active, false);
    }
}
