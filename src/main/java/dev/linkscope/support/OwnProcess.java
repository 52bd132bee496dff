package dev.linkscope.support;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What this process costs, as the operating system counts it; what it does not tell is empty.
 *
 * @param cpu processor time used
 * @param residentBytes memory that is resident
 * @param threads threads of the operating system
 */
public record OwnProcess(Optional<Duration> cpu, OptionalLong residentBytes, OptionalLong threads) {
    /** proc_pid_status(5); only Linux has it. */
    private static final Path STATUS = Path.of("/proc/self/status");

    private static final Pattern RESIDENT = Pattern.compile("(?m)^VmRSS:\\s+(\\d{1,15}) kB$");
    private static final Pattern THREADS = Pattern.compile("(?m)^Threads:\\s+(\\d{1,9})$");
    private static final long BYTES_PER_KIB = 1024;

    /** As it is now. Reads a file. */
    public static OwnProcess now() {
        String status = status();
        OptionalLong kib = find(RESIDENT, status);
        return new OwnProcess(
                ProcessHandle.current().info().totalCpuDuration(),
                kib.isPresent()
                        ? OptionalLong.of(kib.getAsLong() * BYTES_PER_KIB)
                        : OptionalLong.empty(),
                find(THREADS, status));
    }

    private static String status() {
        try {
            return Files.isReadable(STATUS) ? Files.readString(STATUS) : "";
        } catch (IOException e) {
            return "";
        }
    }

    private static OptionalLong find(Pattern pattern, String text) {
        Matcher found = pattern.matcher(text);
        return found.find()
                ? OptionalLong.of(Long.parseLong(found.group(1)))
                : OptionalLong.empty();
    }
}
