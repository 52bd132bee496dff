package dev.linkscope.ui.farm;

import dev.linkscope.support.OwnProcess;
import dev.linkscope.ui.common.Wording;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Processor time and memory of this program, as the system counts them; memory without Linux is
 * what Java holds. Reads a file: not for the window's thread. Not thread-safe.
 */
final class OwnCost {
    private static final double MIB = 1024 * 1024;
    private static final Duration BETWEEN = Duration.ofSeconds(5);

    private @Nullable Instant readAt;
    private Duration used = Duration.ZERO;
    private String words = "";

    /** In words; empty before there is a figure. Read every few seconds. */
    String words(Instant clock, Wording wording) {
        Instant last = readAt;
        if (last != null && Duration.between(last, clock).compareTo(BETWEEN) < 0) {
            return words;
        }
        OwnProcess process = OwnProcess.now();
        Duration now = process.cpu().orElse(Duration.ZERO);
        if (last != null) {
            double share = now.minus(used).toNanos() / (double) span(last, clock);
            words = wording.text("farm.cost", share * 100, megabytes(process));
        }
        readAt = clock;
        used = now;
        return words;
    }

    private static long span(Instant from, Instant to) {
        return Math.max(1, Duration.between(from, to).toNanos());
    }

    private static double megabytes(OwnProcess process) {
        return process.residentBytes().orElseGet(Runtime.getRuntime()::totalMemory) / MIB;
    }
}
