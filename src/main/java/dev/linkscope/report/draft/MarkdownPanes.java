package dev.linkscope.report.draft;

import dev.linkscope.domain.loss.Outage;
import dev.linkscope.domain.loss.PaneFigures;
import dev.linkscope.domain.loss.Quantiles;
import dev.linkscope.domain.report.Pane;
import dev.linkscope.domain.report.PrinterReport;
import dev.linkscope.i18n.Messages;
import dev.linkscope.report.PaneWords;
import dev.linkscope.report.Times;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The figures and the outages of both panes as Markdown. */
final class MarkdownPanes {
    private static final int MOST_OUTAGES = 20;

    private final Messages messages;
    private final Times times;
    private final Markdown text;
    private final PaneWords words;

    MarkdownPanes(Messages messages, Times times, Markdown text) {
        this.messages = messages;
        this.times = times;
        this.text = text;
        this.words = new PaneWords(messages);
    }

    /** The table of figures; nothing where nothing was measured. */
    void figures(PrinterReport printer) throws IOException {
        Pane server = printer.server();
        Pane webcam = printer.webcam();
        if (server == null && webcam == null) {
            return;
        }
        text.heading(3, messages.text("report.text.figures"));
        List<List<String>> rows = new ArrayList<>();
        rows.add(
                List.of(
                        messages.text("report.text.figure"),
                        messages.text("report.text.server"),
                        messages.text("report.text.webcam")));
        add(rows, "address", printer, Pane::address);
        add(rows, "state", printer, pane -> words.state(pane.figures().state()));
        add(rows, "attempts", printer, pane -> words.attempts(pane.figures()));
        add(rows, "rate", printer, pane -> words.rate(pane.figures()));
        add(rows, "own", printer, pane -> own(pane.figures()));
        add(rows, "down", printer, pane -> words.timeDown(pane.figures(), pane.trace()));
        add(rows, "first", printer, pane -> time(pane.figures().firstError()));
        add(rows, "last", printer, pane -> time(pane.figures().lastError()));
        add(rows, "active", printer, pane -> words.activity(pane.figures()));
        add(rows, "pattern", printer, pane -> words.pattern(pane.figures().pattern()));
        add(rows, "outages", printer, pane -> words.outages(pane.figures()));
        add(rows, "latency", printer, pane -> latency(pane.figures().latencyMs()));
        add(rows, "cadence", printer, pane -> words.cadence(pane.trace()));
        text.table(rows);
    }

    private void add(
            List<List<String>> rows,
            String figure,
            PrinterReport printer,
            Function<Pane, String> value) {
        rows.add(
                List.of(
                        messages.text("report.text.figure." + figure),
                        value(printer.server(), value),
                        value(printer.webcam(), value)));
    }

    private static String value(@Nullable Pane pane, Function<Pane, String> value) {
        return pane == null ? "–" : value.apply(pane);
    }

    private String own(PaneFigures figures) {
        Double rate = figures.ownErrorRate();
        return rate == null ? "–" : words.percent(rate);
    }

    private String time(@Nullable Instant time) {
        return time == null ? "–" : times.moment(time);
    }

    private String latency(@Nullable Quantiles latency) {
        return latency == null ? "–" : words.latency(latency);
    }

    private record Row(String pane, Outage outage) {}

    /** The longest outages of both panes, in the order of time. */
    void outages(PrinterReport printer) throws IOException {
        List<Row> all =
                Stream.concat(
                                outages("report.text.server", printer.server()),
                                outages("report.text.webcam", printer.webcam()))
                        .sorted(
                                Comparator.comparing((Row row) -> PaneWords.length(row.outage()))
                                        .reversed())
                        .toList();
        if (all.isEmpty()) {
            return;
        }
        text.heading(3, messages.text("report.text.longest"));
        List<List<String>> rows = new ArrayList<>();
        rows.add(
                Stream.of("from", "to", "length", "failed", "phase", "which")
                        .map(name -> messages.text("report.text." + name))
                        .toList());
        all.stream()
                .limit(MOST_OUTAGES)
                .sorted(Comparator.comparing(row -> row.outage().start()))
                .forEach(row -> rows.add(cells(row)));
        text.table(rows);
        int more = all.size() - MOST_OUTAGES;
        if (more > 0) {
            text.paragraph(messages.text("report.text.more", more));
        }
    }

    private Stream<Row> outages(String key, @Nullable Pane pane) {
        String name = messages.text(key);
        return pane == null
                ? Stream.of()
                : pane.figures().outages().stream().map(outage -> new Row(name, outage));
    }

    private List<String> cells(Row row) {
        Outage outage = row.outage();
        return List.of(
                times.moment(outage.start()),
                times.end(outage.start(), outage.end()),
                messages.duration(PaneWords.length(outage)),
                messages.text("report.pages.count", outage.errors()),
                words.phase(outage.phase()),
                row.pane());
    }
}
