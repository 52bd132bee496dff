package dev.linkscope.report;

import dev.linkscope.domain.Statement;
import dev.linkscope.domain.coverage.Coverage;
import dev.linkscope.domain.coverage.NotMeasured;
import dev.linkscope.domain.coverage.Slot;
import dev.linkscope.domain.coverage.Trace;
import dev.linkscope.domain.diagnosis.Confidence;
import dev.linkscope.domain.diagnosis.Evidence;
import dev.linkscope.domain.diagnosis.Finding;
import dev.linkscope.domain.diagnosis.Severity;
import dev.linkscope.domain.diagnosis.Verdict;
import dev.linkscope.domain.fact.Fact;
import dev.linkscope.domain.loss.PaneState;
import dev.linkscope.domain.loss.PatternKind;
import dev.linkscope.domain.loss.RateLimits;
import dev.linkscope.domain.plugin.PluginReport;
import dev.linkscope.domain.report.Connection;
import dev.linkscope.domain.report.Pane;
import dev.linkscope.domain.report.PrinterReport;
import dev.linkscope.domain.report.Report;
import dev.linkscope.domain.report.ReportFailure;
import dev.linkscope.domain.report.SharedOutage;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Reports for tests of everything that writes or reads one. */
public final class SampleReports {
    /** When all samples were made. */
    public static final Instant MADE = Instant.parse("2026-11-22T09:02:10Z");

    private SampleReports() {}

    /** One printer with an ill server connection and a fair camera. */
    public static Report oneIllPrinter() {
        return of(ill("printer-1", "Prusa-07"));
    }

    /** A report of these printers. */
    public static Report of(PrinterReport... printers) {
        return new Report(MADE, "en", false, List.of(printers), List.of());
    }

    /** An ill printer, a healthy one without a camera, one out of reach, and a shared outage. */
    public static Report mixedFarm() {
        return new Report(
                MADE,
                "en",
                false,
                List.of(
                        ill("printer-1", "Prusa-07"),
                        withoutCamera("printer-2", "Voron in the garage"),
                        unreachable("printer-3", "Ender")),
                List.of(
                        new SharedOutage(
                                SampleTraces.START,
                                SampleTraces.START.plusSeconds(120),
                                List.of("printer-1", "printer-2"),
                                2,
                                1e-7,
                                "onset")));
    }

    /** The same, with the error rate that the ill printer's server has by itself. */
    public static Report comparedFarm(double ownErrorRate) {
        Report farm = mixedFarm();
        PrinterReport ill = farm.printers().getFirst();
        Pane server = ill.server();
        if (server == null) {
            throw new IllegalStateException("the ill printer was measured");
        }
        PrinterReport compared =
                new PrinterReport(
                        ill.id(),
                        ill.name(),
                        ill.target(),
                        ill.connection(),
                        ill.coverage(),
                        new Pane(
                                server.address(),
                                server.figures().withOwnErrorRate(ownErrorRate),
                                server.trace()),
                        ill.webcam(),
                        ill.headline(),
                        ill.findings(),
                        ill.facts(),
                        ill.plugin());
        List<PrinterReport> printers = new ArrayList<>(farm.printers());
        printers.set(0, compared);
        return new Report(MADE, "en", false, printers, farm.sharedOutages());
    }

    /** Many ill printers; the data are made up. */
    public static Report simulatedFarm(int printers) {
        return new Report(
                MADE,
                "en",
                true,
                IntStream.rangeClosed(1, printers)
                        .mapToObj(i -> ill("printer-" + i, "Printer %02d".formatted(i)))
                        .toList(),
                List.of());
    }

    /** A printer that loses the server in bursts. */
    public static PrinterReport ill(String id, String name) {
        Trace server = SampleTraces.bursts(720);
        Trace webcam = SampleTraces.nearlyClean(720);
        return new PrinterReport(
                id,
                name,
                "pi@octopi.local",
                new Connection("connected", null),
                coverage(server, webcam),
                pane("app.obico.io", server, PaneState.TAKE_ACTION, PatternKind.BURSTS),
                pane("/webcam/?action=snapshot", webcam, PaneState.HEALTHY, PatternKind.TOO_FEW),
                List.of(
                        said("The Pi drops off the network in bursts, and it is still happening."),
                        said(
                                "87 of 692 attempts to reach app.obico.io failed in 2 h, in 15 outages"
                                        + " of about 56 s; chance alone would do this less than once in"
                                        + " 1,000."),
                        said("The webcam is fine.")),
                List.of(weakWifi(), noDnsTrouble()),
                facts(),
                new PluginReport(
                        SampleTraces.START.plusSeconds(7200),
                        new PluginReport.Counters(
                                240, 9, SampleTraces.START, SampleTraces.START.plusSeconds(3600)),
                        null,
                        false,
                        true,
                        SampleTraces.START.plusSeconds(7190),
                        false,
                        null,
                        List.of("connect_server")));
    }

    /** A healthy printer without a camera. */
    public static PrinterReport withoutCamera(String id, String name) {
        Trace server = SampleTraces.of("1".repeat(720));
        return new PrinterReport(
                id,
                name,
                "octopi.local",
                new Connection("connected", null),
                coverage(server, Trace.EMPTY),
                pane("app.obico.io", server, PaneState.HEALTHY, PatternKind.NONE),
                null,
                List.of(said("No failure in 2 h.")),
                List.of(),
                List.of());
    }

    /** A printer that could not be reached. */
    public static PrinterReport unreachable(String id, String name) {
        return new PrinterReport(
                id,
                name,
                "ender.local",
                new Connection(
                        "failed",
                        new ReportFailure(
                                "unreachable",
                                "ender.local does not answer.",
                                "Check that the Pi has power and is on the same network.")),
                new Coverage(null, null, 0, 0, Map.of()),
                null,
                null,
                List.of(),
                List.of(),
                List.of());
    }

    /** A pane over the trace. */
    public static Pane pane(String address, Trace trace, PaneState state, PatternKind kind) {
        return new Pane(address, SampleFigures.of(trace, state, kind), trace);
    }

    /** The report with every server pane judged by these limits. */
    public static Report judgedBy(RateLimits limits, Report report) {
        return new Report(
                report.generatedAt(),
                report.language(),
                report.simulated(),
                report.printers().stream().map(printer -> judgedBy(limits, printer)).toList(),
                report.sharedOutages(),
                report.scope());
    }

    private static PrinterReport judgedBy(RateLimits limits, PrinterReport printer) {
        Pane server = printer.server();
        return new PrinterReport(
                printer.id(),
                printer.name(),
                printer.target(),
                printer.connection(),
                printer.coverage(),
                server == null
                        ? null
                        : new Pane(
                                server.address(),
                                SampleFigures.judgedBy(limits, server.figures()),
                                server.trace()),
                printer.webcam(),
                printer.headline(),
                printer.findings(),
                printer.facts(),
                printer.plugin(),
                printer.fixes(),
                printer.details());
    }

    /** A statement of exactly these words. */
    public static Statement said(String text) {
        return Wording.asWritten(text);
    }

    /** What was measured in both traces. */
    public static Coverage coverage(Trace server, Trace webcam) {
        List<Slot> slots = Stream.concat(server.slots(), webcam.slots()).toList();
        Map<NotMeasured, Integer> others = new EnumMap<>(NotMeasured.class);
        for (NotMeasured reason : NotMeasured.values()) {
            others.put(
                    reason, (int) slots.stream().filter(slot -> slot.reason() == reason).count());
        }
        return new Coverage(
                server.segments().getFirst().start(),
                server.segments().getLast().end(),
                slots.size(),
                (int) slots.stream().filter(Slot::measured).count(),
                others);
    }

    private static Finding weakWifi() {
        return new Finding(
                "wifi.weak",
                Verdict.SUPPORTED,
                Severity.CRITICAL,
                Confidence.POINTS_TO,
                said("Weak Wi‑Fi"),
                List.of(
                        evidence(
                                true,
                                "Median signal −81 dBm; below −70 dBm losses are usual.",
                                -81),
                        evidence(true, "In 14 of 15 outages the router did not answer.", 14),
                        evidence(false, "The other printer on this access point is fine.", null)),
                said("Move the Pi next to the router for an hour."),
                List.of("wifi.power_save_off"));
    }

    private static Finding noDnsTrouble() {
        return new Finding(
                "dns.slow",
                Verdict.REFUTED,
                Severity.INFO,
                Confidence.POSSIBLE,
                said("Name lookup"),
                List.of(evidence(false, "All resolvers answered within 40 ms.", 40)),
                null,
                List.of());
    }

    private static Evidence evidence(boolean speaksFor, String text, @Nullable Integer value) {
        return new Evidence(
                speaksFor,
                said(text),
                value == null ? null : (double) value,
                value == null ? null : -70.0,
                value == null ? null : "dBm");
    }

    private static List<Fact> facts() {
        return List.of(
                Fact.known("host.model", "Raspberry Pi 4 Model B Rev 1.4", null),
                Fact.known("wifi.signal", "-81", "dBm"),
                Fact.known("wifi.band", "2.4", "GHz"),
                Fact.absent("vpn.interface"),
                Fact.notChecked("power.throttled", "vcgencmd is missing"),
                Fact.known("gateway.address", "192.168.1.1", null));
    }
}
