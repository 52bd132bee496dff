package dev.linkscope.bench;

import com.sun.management.OperatingSystemMXBean;
import dev.linkscope.bench.result.Results;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;

/** What the figures were taken on: without it they say nothing. */
final class Machine {
    private static final OperatingSystemMXBean SYSTEM =
            ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class);
    private static final Path CPU_INFO = Path.of("/proc/cpuinfo");
    private static final Path STATUS = Path.of("/proc/self/status");

    private Machine() {}

    /** Processor, cores, memory, system, Java, and the day. */
    static List<Results.Fact> facts() {
        return List.of(
                new Results.Fact("processor", processor()),
                new Results.Fact(
                        "cores", String.valueOf(Runtime.getRuntime().availableProcessors())),
                new Results.Fact(
                        "memory",
                        String.format(Locale.ROOT, "%.1f GB", SYSTEM.getTotalMemorySize() / 1e9)),
                new Results.Fact("kernel", SYSTEM.getName() + " " + SYSTEM.getVersion()),
                new Results.Fact("Java", Runtime.version().toString()),
                new Results.Fact("date", LocalDate.now(ZoneOffset.UTC).toString()));
    }

    /**
     * Processes that ran or waited for a core on average over the last minute; below 0 if unknown.
     */
    static double load() {
        return SYSTEM.getSystemLoadAverage();
    }

    /**
     * A line of this process's status in the kernel, such as {@code VmRSS} in KiB.
     *
     * @return -1 where there is no such thing
     */
    static long status(String key) throws IOException {
        return lines(STATUS).stream()
                .filter(line -> line.startsWith(key + ":"))
                .map(line -> line.replaceAll("[^0-9]", ""))
                .mapToLong(Long::parseLong)
                .findFirst()
                .orElse(-1);
    }

    private static String processor() {
        try {
            return lines(CPU_INFO).stream()
                    .filter(line -> line.startsWith("model name"))
                    .map(line -> line.substring(line.indexOf(':') + 1).strip())
                    .findFirst()
                    .orElse(SYSTEM.getArch());
        } catch (IOException e) {
            return SYSTEM.getArch();
        }
    }

    private static List<String> lines(Path file) throws IOException {
        return Files.isReadable(file) ? Files.readAllLines(file) : List.of();
    }
}
