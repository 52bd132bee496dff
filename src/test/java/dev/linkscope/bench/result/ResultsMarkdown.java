package dev.linkscope.bench.result;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/** Results as a page: ratios first, then growth, then every table. */
public final class ResultsMarkdown {
    /** Folder of the pictures, beside the page. */
    public static final String PICTURES = "growth";

    private final StringBuilder page = new StringBuilder();

    private ResultsMarkdown() {}

    /** The page, which shows pictures in {@link #PICTURES}. */
    public static String of(Results results) {
        var writer = new ResultsMarkdown();
        writer.page.append("# What the benches found\n\n");
        writer.machine(results);
        writer.ratios(results.ratios());
        writer.growths(results.growths());
        writer.page.append("## Figures\n\n");
        results.tables().forEach(writer::table);
        return writer.page.toString().strip() + "\n";
    }

    private void machine(Results results) {
        row("machine", "");
        rule(2);
        results.machine().forEach(fact -> row(fact.name(), fact.value()));
        results.peers().forEach(peer -> row(peer.name(), peer.version()));
        page.append('\n');
        if (!results.leftOut().isEmpty()) {
            page.append("Left out:\n\n");
            for (LeftOut one : results.leftOut()) {
                page.append("- ").append(one.what()).append(": ").append(one.why()).append('\n');
            }
            page.append('\n');
        }
    }

    private void ratios(List<Ratio> ratios) {
        page.append("## Ratios\n\n");
        if (ratios.isEmpty()) {
            page.append("Nothing was compared in this run.\n\n");
            return;
        }
        page.append(
                "Linkscope's figure over that of a peer that did the same work in the same run."
                        + " Within 5 % they are called equal.\n\n");
        row("figure", "Linkscope", "peer", "the peer's", "Linkscope / peer", "wanted", "Linkscope");
        rule(7);
        for (Ratio ratio : ratios) {
            row(
                    ratio.figure(),
                    withUnit(ratio.ours(), ratio.unit()),
                    ratio.peer(),
                    withUnit(ratio.theirs(), ratio.unit()),
                    Cell.number(ratio.value()),
                    ratio.better() == Ratio.Better.LESS ? "less" : "more",
                    ratio.verdict());
        }
        page.append('\n');
    }

    private void growths(List<Growth> growths) {
        if (growths.isEmpty()) {
            return;
        }
        page.append("## How it grows\n\n");
        page.append(
                "Least squares; the law of the exponent through the logarithms. ± is half the"
                        + " 95 % confidence interval. What is extrapolated was not measured: it"
                        + " holds only if nothing new sets in on the way, and stands with the 95 %"
                        + " interval of a further measurement.\n\n");
        row("figure", "grows as", "R²", "measured", "extrapolated to", "extrapolated value");
        rule(6);
        for (Growth growth : growths) {
            Growth.Expected expected = growth.at(growth.farthest());
            row(
                    growth.figure() + (growth.unit().isEmpty() ? "" : ", " + growth.unit()),
                    growth.lawText(),
                    "%.3f".formatted(growth.line().r2()),
                    growth.measuredText(),
                    Cell.count(growth.farthest()) + " " + growth.by(),
                    "%s (%s to %s)"
                            .formatted(
                                    amount(expected.value()),
                                    amount(expected.low()),
                                    amount(expected.high())));
        }
        page.append('\n');
        for (Growth growth : growths) {
            page.append(
                    "![%s by %s](%s/%s)%n%n"
                            .formatted(growth.figure(), growth.by(), PICTURES, growth.picture()));
        }
    }

    private void table(Table table) {
        page.append("### ").append(table.title()).append("\n\n");
        page.append("Load at its start: %.1f%n%n".formatted(table.load()));
        row(table.columns().stream().map(Column::heading).toArray());
        rule(table.columns().size());
        table.rows().forEach(row -> row(row.toArray()));
        page.append('\n');
        for (String note : table.notes()) {
            page.append(note).append("\n\n");
        }
    }

    /** One table alone, as it is printed. */
    public static String of(Table table) {
        var writer = new ResultsMarkdown();
        writer.table(table);
        return writer.page.toString();
    }

    private void rule(int columns) {
        page.append("| --- ".repeat(columns)).append("|\n");
    }

    private void row(Object... cells) {
        page.append(
                        Arrays.stream(cells)
                                .map(cell -> String.valueOf(cell).replace("|", "\\|"))
                                .collect(Collectors.joining(" | ", "| ", " |")))
                .append('\n');
    }

    private static String withUnit(double value, String unit) {
        return unit.isEmpty() ? amount(value) : amount(value) + " " + unit;
    }

    /** Three digits that count, large numbers whole. */
    private static String amount(double value) {
        return value >= 1_000 ? Cell.count(value).text() : Cell.number(value).text();
    }
}
