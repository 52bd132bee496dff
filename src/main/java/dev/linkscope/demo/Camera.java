package dev.linkscope.demo;

import dev.linkscope.demo.Scenario.Trait;
import java.time.Duration;
import java.util.HexFormat;
import java.util.Map;

/**
 * What a camera hands out: a new picture each time, or from some time on always the same.
 *
 * @param pi the computer it hangs on
 * @param firstMillis when slot 0 of the snapshots is due
 * @param cadenceMillis time from slot to slot
 */
record Camera(SimulatedPi pi, long firstMillis, long cadenceMillis) {
    private static final long FROZEN_SINCE = Duration.ofMinutes(-80).toMillis();

    /**
     * A snapshot's {@code size} in bytes, its {@code hash}, and {@code same}: how many snapshots in
     * a row, this one included, had that hash.
     */
    Map<String, String> picture(long slot, long dueMillis) {
        boolean frozen = pi.scenario().has(Trait.FROZEN_CAMERA) && dueMillis >= FROZEN_SINCE;
        Dice picture = pi.dice().with("picture").with(frozen ? FROZEN_SINCE : dueMillis);
        long same = frozen ? slot - firstFrozenSlot() + 1 : 1;
        return Map.of(
                "size", Long.toString(picture.with(0).between(38_000, 61_000)),
                "hash", HexFormat.of().toHexDigits((int) picture.with(1).bits()),
                "same", Long.toString(same));
    }

    private long firstFrozenSlot() {
        return Math.max(0, Math.ceilDiv(FROZEN_SINCE - firstMillis, cadenceMillis));
    }
}
