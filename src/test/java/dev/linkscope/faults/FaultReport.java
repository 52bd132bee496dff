package dev.linkscope.faults;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;

/** The table of a run: printed, and written to {@code target/faults}. */
final class FaultReport {
    private static final double MILLIS = 1000.0;

    private final String name;
    private final List<Row> rows = new ArrayList<>();

    private record Row(int order, String text) {}

    /** A table without rows. */
    FaultReport(String name) {
        this.name = name;
    }

    /** Adds what came of one scenario. */
    synchronized void add(Scenario scenario, Injection injection, Evidence evidence) {
        var broken = evidence.breakAfter(injection.begin());
        String noticed =
                broken.map(change -> seconds(Duration.between(injection.begin(), change.at())))
                        .orElse("held");
        String resumed =
                broken.flatMap(change -> evidence.returnAfter(change.at()))
                        .map(change -> resumed(injection, evidence, change.at()))
                        .orElse("");
        int order =
                Scenario.all().stream()
                        .map(Scenario::toString)
                        .toList()
                        .indexOf(scenario.toString());
        rows.add(
                new Row(
                        order,
                        String.format(
                                Locale.ROOT,
                                "| %s | %d s | %s | %s | %d | %d/%d | %d | %s |%n",
                                scenario,
                                scenario.length().toSeconds(),
                                noticed,
                                resumed,
                                evidence.attempts().size(),
                                evidence.lost(),
                                evidence.doubled(),
                                evidence.runs().size(),
                                evidence.failures())));
    }

    /** Prints it. */
    synchronized void write() {
        var text =
                new StringBuilder(
                        """
                        | fault | lasts | noticed after | resumed after | outcomes | lost/doubled | runs | failures seen |
                        | --- | --- | --- | --- | --- | --- | --- | --- |
                        """);
        rows.stream()
                .sorted(Comparator.comparingInt(Row::order))
                .forEach(row -> text.append(row.text()));
        System.out.println("\n### " + name + "\n\n" + text);
        try {
            Path folder = Files.createDirectories(Path.of("target", "faults"));
            Files.writeString(folder.resolve(name.replace(' ', '-') + ".md"), text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String resumed(Injection injection, Evidence evidence, Instant at) {
        Instant from = Verification.returnFrom(injection, evidence);
        return at.isBefore(from) ? "during it" : seconds(Duration.between(from, at));
    }

    private static String seconds(Duration duration) {
        return String.format(Locale.ROOT, "%.1f s", duration.toMillis() / MILLIS);
    }
}
