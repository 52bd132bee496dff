package dev.linkscope.report;

import dev.linkscope.domain.coverage.Trace;
import dev.linkscope.domain.diagnosis.Confidence;
import dev.linkscope.domain.diagnosis.Evidence;
import dev.linkscope.domain.diagnosis.Finding;
import dev.linkscope.domain.diagnosis.Layer;
import dev.linkscope.domain.diagnosis.LayerState;
import dev.linkscope.domain.diagnosis.LayerState.Health;
import dev.linkscope.domain.diagnosis.Severity;
import dev.linkscope.domain.diagnosis.Verdict;
import dev.linkscope.domain.fact.Fact;
import dev.linkscope.domain.history.UserNote;
import dev.linkscope.domain.loss.PaneState;
import dev.linkscope.domain.loss.PatternKind;
import dev.linkscope.domain.past.PastEvent;
import dev.linkscope.domain.past.PastKind;
import dev.linkscope.domain.past.PastRecord;
import dev.linkscope.domain.plugin.PluginSeries.Count;
import dev.linkscope.domain.plugin.PluginSeries.Step;
import dev.linkscope.domain.probe.JointCounts;
import dev.linkscope.domain.report.Pane;
import dev.linkscope.domain.report.PrinterDetails;
import dev.linkscope.domain.report.PrinterReport;
import dev.linkscope.domain.report.RedactionLevel;
import dev.linkscope.domain.report.Report;
import dev.linkscope.domain.report.ReportScope;
import dev.linkscope.domain.report.SharedOutage;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** Printers of which everything is known that a report can tell. */
public final class SampleDetails {
    /** Slots of a day at the usual cadence. */
    public static final int DAY = 8_640;

    private static final Instant START = SampleTraces.START;

    private SampleDetails() {}

    /** A day of trouble, with a note. */
    public static Report troubledDay() {
        return SampleReports.of(troubled("printer-1", "Prusa-07", DAY))
                .withScope(scope("Started after the printer was moved to the garage."));
    }

    /** For support, with that note. */
    public static ReportScope scope(@Nullable String note) {
        return new ReportScope(null, null, RedactionLevel.SUPPORT, note);
    }

    /** A printer with outages in bursts, of that many slots a pane. */
    public static PrinterReport troubled(String id, String name, int slots) {
        return of(
                id,
                name,
                SampleReports.pane(
                        "app.obico.io",
                        SampleTraces.bursts(slots),
                        PaneState.TAKE_ACTION,
                        PatternKind.BURSTS),
                SampleReports.pane(
                        "/webcam/?action=snapshot",
                        SampleTraces.nearlyClean(slots),
                        PaneState.HEALTHY,
                        PatternKind.TOO_FEW),
                chain(Health.BREAKS),
                findings(Verdict.SUPPORTED));
    }

    /** A printer that did well. */
    public static PrinterReport healthy(String id, String name, int slots) {
        Trace clean = SampleTraces.of("1".repeat(slots));
        return of(
                id,
                name,
                SampleReports.pane("app.obico.io", clean, PaneState.HEALTHY, PatternKind.NONE),
                SampleReports.pane(
                        "/webcam/?action=snapshot", clean, PaneState.HEALTHY, PatternKind.NONE),
                chain(Health.WORKS),
                findings(Verdict.REFUTED));
    }

    /** A farm of healthy, troubled and lost printers, with shared outages. */
    public static Report farm(int printers, int slots) {
        List<PrinterReport> all = new ArrayList<>();
        for (int i = 1; i <= printers; i++) {
            String id = "printer-" + i;
            all.add(
                    switch (i % 6) {
                        case 2 -> troubled(id, "Prusa-%02d".formatted(i), slots);
                        case 5 ->
                                i % 4 == 1
                                        ? SampleReports.unreachable(id, "Ender-%02d".formatted(i))
                                        : SampleReports.withoutCamera(id, "Voron by the door");
                        default -> healthy(id, "Printer %02d".formatted(i), slots);
                    });
        }
        List<SharedOutage> shared =
                List.of(
                        shared(600, Math.min(printers, 9), printers),
                        shared(3_600, Math.min(printers, 40), printers));
        return new Report(SampleReports.MADE, "en", false, all, shared)
                .withScope(scope("New router since Saturday."));
    }

    private static SharedOutage shared(int from, int members, int measured) {
        return new SharedOutage(
                START.plusSeconds(from),
                START.plusSeconds(from + 150),
                IntStream.rangeClosed(1, members).mapToObj(i -> "printer-" + i).toList(),
                measured,
                1e-9,
                "onset");
    }

    private static PrinterReport of(
            String id,
            String name,
            Pane server,
            Pane webcam,
            List<LayerState> chain,
            List<Finding> findings) {
        PrinterReport base = SampleReports.ill(id, name);
        boolean fine = findings.stream().noneMatch(Finding::supported);
        return new PrinterReport(
                        id,
                        name,
                        base.target(),
                        base.connection(),
                        SampleReports.coverage(server.trace(), webcam.trace()),
                        server,
                        webcam,
                        fine ? List.of(SampleReports.said("No failure in 24 h.")) : base.headline(),
                        findings,
                        facts(),
                        base.plugin())
                .withDetails(details(chain));
    }

    /** Everything that the further pages tell. */
    public static PrinterDetails details(List<LayerState> chain) {
        return new PrinterDetails(
                "1.4.0",
                chain,
                List.of(
                        new Step(
                                START,
                                START.plusSeconds(3_600),
                                false,
                                true,
                                new Count(60, 2),
                                new Count(20, 0)),
                        new Step(
                                START.plusSeconds(3_600),
                                START.plusSeconds(7_200),
                                true,
                                false,
                                new Count(40, 3),
                                Count.NONE)),
                List.of(
                        new PastRecord(
                                "octoprint.log",
                                START.minusSeconds(86_400),
                                START,
                                List.of(
                                        past(PastKind.SERVER_LOST, 80_000, "connect.timeout"),
                                        past(PastKind.SERVER_LOST, 40_000, "dns.timeout"),
                                        past(PastKind.OCTOPRINT_STARTED, 30_000, ""))),
                        new PastRecord("journal", START.minusSeconds(3_600), START, List.of())),
                List.of(SampleReports.said("The agent on the Pi was restarted once.")),
                List.of(
                        new UserNote(
                                "n1",
                                SampleFixes.PRINTER,
                                START.plusSeconds(1_800),
                                START.plusSeconds(4_000),
                                "Microwave oven on.")));
    }

    private static PastEvent past(PastKind kind, int before, String errorClass) {
        Instant from = START.minusSeconds(before);
        return new PastEvent(kind, from, from.plusSeconds(60), errorClass, 3);
    }

    /** The chain, with a router that stands so. */
    public static List<LayerState> chain(Health router) {
        boolean fine = router == Health.WORKS;
        List<LayerState> chain = new ArrayList<>();
        for (Layer layer : Layer.values()) {
            if (layer == Layer.ROUTER) {
                chain.add(new LayerState(layer, router, new JointCounts(31, fine ? 0 : 29)));
            } else if (layer == Layer.INTERNET) {
                chain.add(new LayerState(layer, Health.UNKNOWN, JointCounts.NONE));
            } else if (layer != Layer.HOST) {
                Health health = fine || layer == Layer.LINK ? Health.WORKS : beyond(layer);
                chain.add(new LayerState(layer, health, new JointCounts(600, 0)));
            }
        }
        return chain;
    }

    private static Health beyond(Layer layer) {
        return switch (layer) {
            case DNS -> Health.NOT_CHECKED;
            case PLUGIN -> Health.DOWN;
            default -> Health.WORKS;
        };
    }

    /** As many as there are rules, the first with this verdict. */
    private static List<Finding> findings(Verdict first) {
        List<Finding> findings = new ArrayList<>();
        findings.add(
                new Finding(
                        "wifi.weak",
                        first,
                        Severity.CRITICAL,
                        Confidence.POINTS_TO,
                        SampleReports.said(
                                first == Verdict.SUPPORTED
                                        ? "The Wi\u2011Fi signal at the printer\u2019s computer is"
                                                + " too weak: \u221281 dBm."
                                        : "Weak Wi\u2011Fi"),
                        List.of(
                                evidence(first, "Median signal \u221281 dBm; limit \u221270 dBm."),
                                evidence(first, "In 29 of 31 outages the router was silent.")),
                        SampleReports.said("Connect it by cable for a test."),
                        List.of()));
        for (int i = 0; i < 60; i++) {
            Verdict verdict = i % 4 == 3 ? Verdict.INCONCLUSIVE : Verdict.REFUTED;
            findings.add(
                    new Finding(
                            (i % 3 == 0 ? "camera." : "network.") + i,
                            verdict,
                            Severity.WATCH,
                            Confidence.POSSIBLE,
                            SampleReports.said("Cause number " + i + " of the catalogue"),
                            List.of(evidence(verdict, "What was seen of it, in a sentence.")),
                            null,
                            List.of()));
        }
        return findings;
    }

    private static Evidence evidence(Verdict verdict, String text) {
        return new Evidence(
                verdict == Verdict.SUPPORTED, SampleReports.said(text), null, null, null);
    }

    private static List<Fact> facts() {
        return List.of(
                Fact.known("pi.model", "Raspberry Pi 4 Model B Rev 1.4", null),
                Fact.known("os.name", "Debian GNU/Linux 12", null),
                Fact.known("octopi.version", "1.1.0", null),
                Fact.known("octoprint.version", "1.11.8", null),
                Fact.known("obico.version", "2.6.1", null),
                Fact.known("server.address", "https://app.obico.io", null),
                Fact.known("obico.printer.id", "4242", null),
                Fact.known("link.kind", "wifi", null),
                Fact.known("wifi.signal", "-81", "dBm"),
                Fact.known("wifi.band", "2.4", "GHz"),
                Fact.known("wifi.power_save", "true", null),
                Fact.known("gateway.address", "192.168.1.1", null),
                Fact.known("power.undervoltage.since_boot", "false", null),
                Fact.known("host.temperature", "61", "C"),
                Fact.known("host.memory.available", "512", "MB"),
                Fact.known("agent.lost", "0", null),
                Fact.known("service.octoprint", "active", null),
                Fact.known("webcam.count", "1", null),
                Fact.absent("proxy.configured"),
                Fact.notChecked("power.throttled.now", "vcgencmd is not installed"));
    }
}
