package dev.linkscope.stats;

import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collector;
import java.util.stream.Collectors;

/** A table of a study: printed, and written to {@code target/bench/statistics.md}. */
final class StudyReport {
    private static final Path FILE = Path.of("target", "bench", "statistics.md");

    private static boolean begun;

    private final StringBuilder text = new StringBuilder();

    StudyReport(String title, String... columns) {
        text.append("### ").append(title).append("\n\n");
        row((Object[]) columns);
        text.append(Arrays.stream(columns).map(_ -> "---").collect(joining())).append('\n');
    }

    private static Collector<CharSequence, ?, String> joining() {
        return Collectors.joining(" | ", "| ", " |");
    }

    static String percent(double share) {
        return String.format(Locale.ROOT, "%.1f %%", 100 * share);
    }

    static String number(double value) {
        return String.format(Locale.ROOT, "%.3g", value);
    }

    void row(Object... cells) {
        text.append(Arrays.stream(cells).map(String::valueOf).collect(joining())).append('\n');
    }

    void write() {
        text.append('\n');
        PrintStream out = System.out;
        out.print(text);
        try {
            Files.createDirectories(FILE.getParent());
            Files.writeString(
                    FILE,
                    text,
                    StandardCharsets.UTF_8,
                    StandardOpenOption.CREATE,
                    begun ? StandardOpenOption.APPEND : StandardOpenOption.TRUNCATE_EXISTING);
            begun = true;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
