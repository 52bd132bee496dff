package dev.linkscope.bench;

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

/**
 * A table of a bench or a study: printed, and added to {@code target/bench/report.md}, which begins
 * anew with each run and names the machine.
 */
public final class BenchReport {
    private static final Path FILE = Path.of("target", "bench", "report.md");

    private static boolean begun;

    private final StringBuilder text = new StringBuilder();

    /** A table without rows; notes the load that it starts under. */
    public BenchReport(String title, String... columns) {
        text.append("### ").append(title).append("\n\n");
        text.append(String.format(Locale.ROOT, "Load at its start: %.1f%n%n", Machine.load()));
        row((Object[]) columns);
        text.append(Arrays.stream(columns).map(_ -> "---").collect(joining())).append('\n');
    }

    private static Collector<CharSequence, ?, String> joining() {
        return Collectors.joining(" | ", "| ", " |");
    }

    /** A share, 0 to 1, with one decimal of a percent. */
    public static String percent(double share) {
        return String.format(Locale.ROOT, "%.1f %%", 100 * share);
    }

    /** Three digits that count. */
    public static String number(double value) {
        return String.format(Locale.ROOT, "%.3g", value);
    }

    /** A whole number, its thousands apart. */
    public static String count(double value) {
        return String.format(Locale.ROOT, "%,.0f", value);
    }

    /** Adds a row, a cell for each column. */
    public void row(Object... cells) {
        text.append(Arrays.stream(cells).map(String::valueOf).collect(joining())).append('\n');
    }

    /** Prints the table and adds it to the file. */
    public void write() {
        text.append('\n');
        synchronized (BenchReport.class) {
            PrintStream out = System.out;
            out.print(text);
            try {
                Files.createDirectories(FILE.getParent());
                if (!begun) {
                    begun = true;
                    Files.writeString(FILE, "Machine: " + Machine.describe() + "\n\n");
                }
                Files.writeString(FILE, text, StandardCharsets.UTF_8, StandardOpenOption.APPEND);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }
}
