package dev.linkscope.ui.farm;

import dev.linkscope.ui.common.Wording;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Processor time and memory of this program, as the system counts them; memory without Linux is
 * what Java holds. Reads a file: not for the window's thread. Not thread-safe.
 */
final class OwnCost {
    private static final Path STATUS = Path.of("/proc/self/status");
    private static final double KIB_PER_MB = 1024;
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
        Duration now = ProcessHandle.current().info().totalCpuDuration().orElse(Duration.ZERO);
        if (last != null) {
            double share = now.minus(used).toNanos() / (double) span(last, clock);
            words = wording.text("farm.cost", share * 100, megabytes());
        }
        readAt = clock;
        used = now;
        return words;
    }

    private static long span(Instant from, Instant to) {
        return Math.max(1, Duration.between(from, to).toNanos());
    }

    private static double megabytes() {
        try {
            for (String line : Files.readAllLines(STATUS, StandardCharsets.US_ASCII)) {
                if (line.startsWith("VmRSS:")) {
                    return Long.parseLong(line.replaceAll("\\D", "")) / KIB_PER_MB;
                }
            }
        } catch (IOException | NumberFormatException notLinux) {
            return held();
        }
        return held();
    }

    private static double held() {
        return Runtime.getRuntime().totalMemory() / MIB;
    }
}
