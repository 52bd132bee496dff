package dev.linkscope.report.pdf;

import dev.linkscope.domain.report.PrinterReport;
import dev.linkscope.domain.report.Report;
import dev.linkscope.report.Particulars;
import dev.linkscope.report.Times;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What support asks for first, in two columns; what is not known says so. */
final class AboutSection {
    private static final double NAME = 0.36;

    private final Look look;
    private final Made made;

    AboutSection(Look look, Made made) {
        this.look = look;
        this.made = made;
    }

    List<Block> rows(Report report, PrinterReport printer) {
        var about = new Particulars(printer, look.messages);
        var utc = new Times(look.messages.locale(), ZoneOffset.UTC);
        Instant at = report.generatedAt();
        List<Row> rows = new ArrayList<>();
        rows.add(row("report", made.reportId()));
        rows.add(row("made.utc", look.say("report.pages.about.utc", utc.stamp(at))));
        rows.add(
                row(
                        "made.local",
                        look.say(
                                "report.pages.about.zoned",
                                look.times.stamp(at),
                                look.times.offset(at))));
        rows.add(row("linkscope", made.toolVersion()));
        rows.add(row("agent", printer.details().agentVersion()));
        rows.add(row("reached", printer.target()));
        rows.add(row("model", about.model()));
        rows.add(row("system", about.system()));
        rows.add(row("octoprint", about.fact("octoprint.version")));
        rows.add(row("obico", about.fact("obico.version")));
        rows.add(row("obico_printer", about.obicoPrinter()));
        rows.add(row("server", about.server()));
        rows.add(row("streaming", about.streaming()));
        rows.add(row("own", about.ownConnection()));
        int half = (rows.size() + 1) / 2;
        List<Block> pairs = new ArrayList<>();
        for (int i = 0; i < half; i++) {
            Block right = half + i < rows.size() ? rows.get(half + i) : new Block.Gap(0);
            pairs.add(new Block.Pair(rows.get(i), right));
        }
        return pairs;
    }

    private Row row(String name, @Nullable String value) {
        Row.Cell cell =
                value == null || value.isBlank()
                        ? look.label(1 - NAME, look.say("report.pages.not_known"))
                        : look.cell(1 - NAME, value);
        return new Row(List.of(look.label(NAME, look.say("report.pages.about." + name)), cell));
    }
}
