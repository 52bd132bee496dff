package dev.linkscope.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.stream.Stream;

/** Memory and processor time of any process of this computer, as Linux tells them (proc(5)). */
public final class OtherProcess {
    private OtherProcess() {}

    /**
     * Its proportional set, MiB: its own pages, and of those shared with others its share. Sums
     * over processes count nothing twice.
     */
    public static double pssMib(long pid) throws IOException {
        long kibibytes =
                Files.readAllLines(of(pid).resolve("smaps_rollup")).stream()
                        .filter(line -> line.startsWith("Pss:"))
                        .mapToLong(line -> Long.parseLong(line.replaceAll("[^0-9]", "")))
                        .findFirst()
                        .orElseThrow(() -> new IOException("no Pss of process " + pid));
        return kibibytes / 1024.0;
    }

    /**
     * Processor seconds of its threads that live now, by nanoseconds: the time that the whole
     * process is charged with comes in steps of 10 ms.
     */
    public static double cpuSeconds(long pid) throws IOException {
        double nanos = 0;
        try (Stream<Path> threads = Files.list(of(pid).resolve("task"))) {
            for (Path thread : threads.toList()) {
                nanos += nanos(thread);
            }
        }
        return nanos / 1e9;
    }

    private static double nanos(Path thread) throws IOException {
        try {
            return Long.parseLong(Files.readString(thread.resolve("schedstat")).split(" ")[0]);
        } catch (NoSuchFileException e) {
            return 0; // it ended meanwhile
        }
    }

    private static Path of(long pid) {
        return Path.of("/proc", Long.toString(pid));
    }
}
