package dev.linkscope.ui;

import dev.linkscope.domain.Statement;
import dev.linkscope.domain.diagnosis.Confidence;
import dev.linkscope.domain.diagnosis.Finding;
import dev.linkscope.domain.diagnosis.Layer;
import dev.linkscope.domain.diagnosis.LayerState;
import dev.linkscope.domain.diagnosis.LayerState.Health;
import dev.linkscope.domain.diagnosis.Severity;
import dev.linkscope.domain.diagnosis.Verdict;
import dev.linkscope.domain.fact.Fact;
import dev.linkscope.domain.past.PastEvent;
import dev.linkscope.domain.past.PastKind;
import dev.linkscope.domain.past.PastRecord;
import dev.linkscope.domain.plugin.PluginReport;
import dev.linkscope.domain.probe.Beside;
import dev.linkscope.domain.probe.JointCounts;
import dev.linkscope.domain.probe.ProbeKind;
import dev.linkscope.domain.probe.ProbeTally;
import dev.linkscope.engine.SessionSnapshot;
import dev.linkscope.engine.SideEvidence;
import java.util.List;
import java.util.Map;

/** A printer of which nearly everything is known. */
public final class KnownPrinter {
    private KnownPrinter() {}

    private static Finding finding(
            String rule, Verdict verdict, Severity severity, Object... args) {
        String title = verdict == Verdict.SUPPORTED ? "" : ".name";
        return new Finding(
                rule,
                verdict,
                severity,
                Confidence.POINTS_TO,
                Statement.of("cause." + rule + title, args),
                List.of(),
                Statement.of("cause." + rule + ".next"),
                List.of());
    }

    /** A printer with weak Wi-Fi, the whole of its facts, its past and its plugin. */
    public static SessionSnapshot sick() {
        SessionSnapshot old = FakeSnapshots.bursts(FakeSnapshots.printer("Prusa-07"), 7);
        return new SessionSnapshot(
                old.printer(),
                9,
                old.at(),
                old.link(),
                null,
                null,
                old.agent(),
                old.server(),
                old.webcam(),
                List.of(
                        tally("server", ProbeKind.SERVER_HTTP),
                        tally("gateway", ProbeKind.GATEWAY)),
                facts(),
                side(),
                chain(),
                List.of(),
                old.headline(),
                List.of(
                        finding("wifi.weak", Verdict.SUPPORTED, Severity.CRITICAL, -81),
                        finding("power.undervoltage", Verdict.SUPPORTED, Severity.WATCH),
                        finding("wifi.busy", Verdict.REFUTED, Severity.WATCH),
                        finding("wifi.roaming", Verdict.REFUTED, Severity.WATCH),
                        finding("wifi.power_save", Verdict.INCONCLUSIVE, Severity.WATCH),
                        finding("host.heat", Verdict.REFUTED, Severity.WATCH),
                        finding("host.load", Verdict.REFUTED, Severity.WATCH)),
                old.outcomes(),
                0);
    }

    private static ProbeTally tally(String target, ProbeKind kind) {
        return new ProbeTally(target, kind, 720, 175, 0, 0, Map.of(), null, null, Beside.NOTHING);
    }

    private static List<LayerState> chain() {
        var none = JointCounts.NONE;
        return List.of(
                new LayerState(Layer.HOST, Health.WORKS, none),
                new LayerState(Layer.LINK, Health.BREAKS, new JointCounts(31, 29)),
                new LayerState(Layer.ROUTER, Health.NOT_CHECKED, none),
                new LayerState(Layer.DNS, Health.NOT_CHECKED, none),
                new LayerState(Layer.INTERNET, Health.NOT_CHECKED, none),
                new LayerState(Layer.TCP, Health.NOT_CHECKED, none),
                new LayerState(Layer.TLS, Health.WORKS, none),
                new LayerState(Layer.HTTP, Health.WORKS, none),
                new LayerState(Layer.WEBSOCKET, Health.DOWN, none),
                new LayerState(Layer.PLUGIN, Health.WORKS, none),
                new LayerState(Layer.CAMERA, Health.WORKS, none));
    }

    private static SideEvidence side() {
        var now = FakeSnapshots.NOW;
        return new SideEvidence(
                List.of(),
                List.of(),
                List.of(
                        new PastRecord(
                                "octoprint.log",
                                now.minusSeconds(90_000),
                                now.minusSeconds(7_200),
                                List.of(
                                        new PastEvent(
                                                PastKind.SERVER_LOST,
                                                now.minusSeconds(50_000),
                                                now.minusSeconds(48_000),
                                                "connect.timeout",
                                                3),
                                        new PastEvent(
                                                PastKind.COMPUTER_STARTED,
                                                now.minusSeconds(80_000),
                                                now.minusSeconds(80_000),
                                                "",
                                                1)))),
                new PluginReport(
                        now.minusSeconds(300),
                        new PluginReport.Counters(
                                41_200, 310, now.minusSeconds(80_000), now.minusSeconds(320)),
                        new PluginReport.Counters(39_100, 12, now.minusSeconds(70_000), null),
                        false,
                        true,
                        null,
                        false,
                        true,
                        List.of()),
                List.of(),
                List.of());
    }

    private static List<Fact> facts() {
        return List.of(
                Fact.known("link.kind", "wifi", null),
                Fact.known("wifi.associated", "true", null),
                Fact.known("wifi.signal", "-81", "dBm"),
                Fact.known("wifi.bit_rate", "6.5", "Mbit/s"),
                Fact.known("wifi.band", "2.4", "GHz"),
                Fact.known("wifi.channel", "13", null),
                Fact.known("wifi.access_point", "3fa29b11c0de", null),
                Fact.known("wifi.roams", "2", null),
                Fact.notChecked("wifi.retries", "the driver does not tell"),
                Fact.known("wifi.power_save", "on", null),
                Fact.known("kernel.wifi_lost.new", "3", null),
                Fact.known("gateway.address", "192.168.1.1", null),
                Fact.known("dns.resolvers", "192.168.1.1, 9.9.9.9", null),
                Fact.known("power.undervoltage.now", "false", null),
                Fact.known("power.undervoltage.since_boot", "true", null),
                Fact.notChecked(
                        "power.throttled.now", "vcgencmd failed; is the user in group video?"),
                Fact.absent("power.throttled.since_boot"),
                Fact.known("host.temperature", "58", "C"),
                Fact.known("host.cpus", "4", null),
                Fact.known("host.load.5min", "1.3", null),
                Fact.known("host.memory.total", "948", "MB"),
                Fact.known("host.memory.available", "412", "MB"),
                Fact.known("host.uptime", "51", "h"),
                Fact.known("disk.root.free", "21340", "MB"),
                Fact.known("disk.root.full", "false", null),
                Fact.known("clock.synchronised", "true", null),
                Fact.known("service.octoprint", "active", null),
                Fact.known("service.haproxy", "active", null),
                Fact.known("service.camera_streamer", "failed", null),
                Fact.known("octoprint.listening", "true", null));
    }
}
