package dev.linkscope.report.pdf;

import dev.linkscope.domain.coverage.Coverage;
import dev.linkscope.domain.coverage.NotMeasured;
import dev.linkscope.domain.fact.Fact;
import dev.linkscope.domain.fact.FactStatus;
import dev.linkscope.domain.report.Pane;
import dev.linkscope.domain.report.PrinterReport;
import dev.linkscope.domain.report.Report;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.StringJoiner;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** How the figures came about, so that whoever reads them can judge them. */
final class MeasuredPanel {
    private final Look look;
    private final Made made;

    MeasuredPanel(Look look, Made made) {
        this.look = look;
        this.made = made;
    }

    Panel of(Report report, PrinterReport printer) {
        var said = new StringJoiner(" ");
        Pane pane = firstMeasured(printer);
        if (pane != null) {
            String cadence = look.panes.cadence(pane.trace());
            said.add(look.say("report.pages.how." + vantage(report, printer), cadence));
            said.add(look.say("report.pages.how.deadline"));
            addCoverage(said, printer.coverage());
            addLost(said, printer.facts());
            said.add(look.say("report.pages.how.gmin", pane.figures().rfc3611().gmin()));
        }
        printer.details().said().forEach(statement -> said.add(look.say(statement)));
        String level = report.scope().level().wireName();
        said.add(
                look.say(
                        "report.pages.how.redaction",
                        look.say("report.pages.level." + level),
                        made.removed()));
        String agent = printer.details().agentVersion();
        said.add(
                agent == null
                        ? look.say("report.pages.how.version", made.toolVersion())
                        : look.say("report.pages.how.versions", made.toolVersion(), agent));
        return new Panel(
                new LeadIn(look.strong, look.say("report.pdf.how"), look.text, said.toString()),
                Palette.PANEL,
                null);
    }

    private static String vantage(Report report, PrinterReport printer) {
        boolean octoPrint =
                printer.facts().stream()
                        .anyMatch(fact ->
                                fact.key().equals("vantage")
                                        && Objects.equals(fact.value(), "octoprint"));
        if (report.simulated()) {
            return "simulated";
        }
        return octoPrint ? "octoprint" : printer.target().equals("local") ? "local" : "pi";
    }

    private static @Nullable Pane firstMeasured(PrinterReport printer) {
        return Stream.of(printer.server(), printer.webcam())
                .filter(Objects::nonNull)
                .filter(pane -> !pane.trace().isEmpty())
                .findFirst()
                .orElse(null);
    }

    private void addCoverage(StringJoiner said, Coverage coverage) {
        if (coverage.from() == null || coverage.to() == null) {
            return;
        }
        String span = look.times.span(coverage.from(), coverage.to());
        if (coverage.measured() == coverage.slots()) {
            said.add(look.say("report.pages.how.complete", span, coverage.slots()));
            return;
        }
        said.add(look.say("report.pages.how.span", span, coverage.measured(), coverage.slots()));
        String missing =
                Arrays.stream(NotMeasured.values())
                        .filter(reason -> coverage.notMeasured().getOrDefault(reason, 0) > 0)
                        .map(reason -> missing(reason, coverage.notMeasured().get(reason)))
                        .collect(Collectors.joining(", "));
        if (!missing.isEmpty()) {
            said.add(look.say("report.pages.how.missing", missing));
        }
    }

    private String missing(NotMeasured reason, @Nullable Integer slots) {
        return look.say("report.pdf.missing." + reason.wireName(), slots == null ? 0 : slots);
    }

    /** Attempts that were made and whose outcome never arrived; unknown unless the agent told. */
    private void addLost(StringJoiner said, List<Fact> facts) {
        facts.stream()
                .filter(fact -> fact.key().equals("agent.lost"))
                .filter(fact -> fact.status() == FactStatus.KNOWN)
                .findFirst()
                .ifPresent(fact ->
                        said.add(look.say("report.pages.how.lost", String.valueOf(fact.value()))));
    }
}
