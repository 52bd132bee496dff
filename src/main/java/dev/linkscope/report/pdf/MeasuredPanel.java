package dev.linkscope.report.pdf;

import dev.linkscope.domain.coverage.Coverage;
import dev.linkscope.domain.coverage.NotMeasured;
import dev.linkscope.domain.report.Pane;
import dev.linkscope.domain.report.PrinterReport;
import dev.linkscope.report.Redaction;
import java.util.Arrays;
import java.util.StringJoiner;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** How the figures came about, so that whoever reads them can judge them. */
final class MeasuredPanel {
    private final Look look;
    private final String toolVersion;
    private final int removed;
    private final boolean simulated;

    MeasuredPanel(Look look, String toolVersion, int removed, boolean simulated) {
        this.look = look;
        this.toolVersion = toolVersion;
        this.removed = removed;
        this.simulated = simulated;
    }

    Panel of(PrinterReport printer) {
        var said = new StringJoiner(" ");
        Pane pane = firstMeasured(printer);
        if (pane != null) {
            String real = printer.target().equals("local") ? "local" : "pi";
            String where = simulated ? "simulated" : real;
            said.add(look.say("report.pdf.how." + where, look.panes.cadence(pane.trace())));
            addCoverage(said, printer.coverage());
            said.add(look.say("report.pdf.how.gmin", pane.figures().rfc3611().gmin()));
        }
        said.add(look.say("report.pdf.how.redaction", Redaction.LEVEL, removed));
        said.add(look.say("report.pdf.tool", toolVersion) + ".");
        return new Panel(
                new LeadIn(look.say("report.pdf.how"), said.toString(), look.fonts),
                Palette.PANEL,
                null);
    }

    private static @Nullable Pane firstMeasured(PrinterReport printer) {
        Pane server = printer.server();
        if (server != null && !server.trace().isEmpty()) {
            return server;
        }
        Pane webcam = printer.webcam();
        return webcam != null && !webcam.trace().isEmpty() ? webcam : null;
    }

    private void addCoverage(StringJoiner said, Coverage coverage) {
        if (coverage.from() == null || coverage.to() == null) {
            return;
        }
        String span = look.times.span(coverage.from(), coverage.to());
        if (coverage.measured() == coverage.slots()) {
            said.add(look.say("report.pdf.how.complete", span, coverage.slots()));
            return;
        }
        said.add(look.say("report.pdf.how.span", span, coverage.measured(), coverage.slots()));
        String missing =
                Arrays.stream(NotMeasured.values())
                        .filter(reason -> coverage.notMeasured().getOrDefault(reason, 0) > 0)
                        .map(reason -> missing(reason, coverage.notMeasured().get(reason)))
                        .collect(Collectors.joining(", "));
        if (!missing.isEmpty()) {
            said.add(look.say("report.pdf.how.missing", missing));
        }
    }

    private String missing(NotMeasured reason, @Nullable Integer slots) {
        return look.say("report.pdf.missing." + reason.wireName(), slots == null ? 0 : slots);
    }
}
