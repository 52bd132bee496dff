package dev.linkscope.faults;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;

/** The table of the fault matrix, written to {@code target/fault-matrix.md}. */
final class MatrixReport {
    private static final double MILLIS = 1000.0;
    private static final int MOST_FAILURES = 4;

    /** No OctoPrint runs in a namespace: its connection is passed over. */
    private static final String NOBODY = " no_octoprint";

    private final List<Row> rows = new ArrayList<>();

    /**
     * What came of one case.
     *
     * @param one what was injected
     * @param place of the expected cause among those told: 1, 2, or 0
     * @param after milliseconds after the begin when it was first told; -1 if never
     * @param last what Linkscope said in the end
     */
    record Row(MatrixCase one, int place, long after, JsonNode last) {}

    /** Adds a row and writes what there is so far: a long run may be cut short. */
    synchronized void add(Row row) {
        rows.add(row);
        write();
    }

    /** Prints it. */
    synchronized void print() {
        System.out.println("\n### Fault matrix\n\n" + text());
    }

    private void write() {
        try {
            Files.writeString(
                    Files.createDirectories(Path.of("target")).resolve("fault-matrix.md"), text());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private String text() {
        var text = new StringBuilder();
        text.append("| | injected | measured failures | panes | told | after | expected |\n")
                .append("| --- | --- | --- | --- | --- | --- | --- |\n");
        List<String> order = MatrixCases.all().stream().map(MatrixCase::toString).toList();
        rows.stream()
                .sorted(Comparator.comparingInt(row -> order.indexOf(row.one().toString())))
                .forEach(row -> text.append(line(row)));
        return text.toString();
    }

    private static String line(Row row) {
        return "| %s | %s%s | %s | %s | %s | %s | %s |%n"
                .formatted(
                        row.one().group(),
                        row.one().fault().name(),
                        row.one().lasts() == 0 ? "" : ", " + row.one().lasts() + " s",
                        failures(row.last()),
                        panes(row.last()),
                        told(row.last()),
                        row.after() < 0
                                ? ""
                                : String.format(Locale.ROOT, "%.0f s", row.after() / MILLIS),
                        judged(row));
    }

    private static String judged(Row row) {
        if (row.one().expected().isEmpty()) {
            return "none: " + row.one().of("why");
        }
        return switch (row.place()) {
            case 1 -> "told first";
            case 2 -> "told second";
            default ->
                    "**not told**: "
                            + String.join(" or ", row.one().expected())
                            + (row.one().of("gap").isEmpty() ? "" : ": " + row.one().of("gap"));
        };
    }

    private static String failures(JsonNode last) {
        String all =
                last.get("failures")
                        .propertyStream()
                        .filter(one -> !one.getKey().endsWith(NOBODY))
                        .sorted(Comparator.comparingInt(one -> -one.getValue().intValue()))
                        .limit(MOST_FAILURES)
                        .map(one -> one.getKey() + " " + one.getValue())
                        .collect(Collectors.joining(", "));
        return all.isEmpty() ? "none" : all;
    }

    private static String panes(JsonNode last) {
        return List.of("server", "webcam").stream()
                .map(name -> {
                    JsonNode pane = last.get(name);
                    return pane.isEmpty()
                            ? ""
                            : name + " " + pane.get("errors") + "/" + pane.get("attempts");
                })
                .collect(Collectors.joining(", "));
    }

    private static String told(JsonNode last) {
        String findings =
                DiagnosisProcess.findings(last)
                        .limit(3)
                        .map(one ->
                                "`%s` (%s)"
                                        .formatted(
                                                one.get("id").stringValue(),
                                                one.get("grade")
                                                        .stringValue()
                                                        .toLowerCase(Locale.ROOT)
                                                        .replace('_', ' ')))
                        .collect(Collectors.joining(", "));
        String beside =
                DiagnosisProcess.beside(last).stream()
                        .filter(one -> !one.equals("note.stretched") && !one.equals("note.cost"))
                        .map(one -> "`" + one + "`")
                        .collect(Collectors.joining(", "));
        String all =
                findings.isEmpty() || beside.isEmpty()
                        ? findings + beside
                        : findings + ", " + beside;
        return all.isEmpty() ? "nothing" : all;
    }
}
