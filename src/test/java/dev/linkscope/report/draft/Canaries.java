package dev.linkscope.report.draft;

import dev.linkscope.domain.Statement;
import dev.linkscope.domain.coverage.Segment;
import dev.linkscope.domain.coverage.Slot;
import dev.linkscope.domain.coverage.Trace;
import dev.linkscope.domain.diagnosis.Evidence;
import dev.linkscope.domain.diagnosis.Finding;
import dev.linkscope.domain.fact.Fact;
import dev.linkscope.domain.fix.ActionCall;
import dev.linkscope.domain.fix.EntryState;
import dev.linkscope.domain.fix.ValueChange;
import dev.linkscope.domain.history.UserNote;
import dev.linkscope.domain.past.PastEvent;
import dev.linkscope.domain.past.PastKind;
import dev.linkscope.domain.past.PastRecord;
import dev.linkscope.domain.printer.PrinterId;
import dev.linkscope.domain.probe.Phase;
import dev.linkscope.domain.probe.SlotState;
import dev.linkscope.domain.report.Connection;
import dev.linkscope.domain.report.Pane;
import dev.linkscope.domain.report.PrinterDetails;
import dev.linkscope.domain.report.PrinterReport;
import dev.linkscope.domain.report.RedactionLevel;
import dev.linkscope.domain.report.Report;
import dev.linkscope.domain.report.ReportFailure;
import dev.linkscope.domain.report.ReportScope;
import dev.linkscope.domain.report.ReportedFix;
import dev.linkscope.domain.report.SharedOutage;
import dev.linkscope.engine.report.Enclosure;
import dev.linkscope.report.SampleFixes;
import dev.linkscope.report.SampleReports;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;

/** A report and a log that hold something private wherever somebody else's text can be. */
final class Canaries {
    /** What the user typed and Linkscope therefore knows. */
    static final List<String> TYPED = List.of("Typ3d🐤Секрет", "typed-canary-77");

    /** Credentials that only their looks give away. */
    static final List<String> CREDENTIALS =
            List.of(
                    "userinfo4canary",
                    "querykey4canary",
                    "psk4canary",
                    "cookie4canary",
                    "c0ffee00c0ffee00c0ffee00",
                    "pem4canary");

    /** What tells where somebody is, or who. */
    static final List<String> PLACES =
            List.of(
                    "b8:27:eb:c4:11:0d",
                    "КанарейкаНет",
                    "203.0.113.77",
                    "2001:db8:c0de::77",
                    "canary.bird@mail.example.org",
                    "10000000c4a11e57",
                    "canaryhome",
                    "APCANARY1",
                    "canarywho",
                    "6d1a4c3e-7b52-4f0e-9a77-aaaabbbbcccc");

    /** What printers and computers are called. */
    static final List<String> NAMES =
            List.of(
                    "Принтер Кенар",
                    "🖨️ Канарейка №1",
                    "canaryhost.local",
                    "canaryhost",
                    "obico.canarynest.example.com",
                    "canarylogin",
                    "192.168.77.42",
                    SampleFixes.PRINTER.toString(),
                    "0c8c3a52-2f6e-4a55-8a0f-5b1f0c9d7e11");

    private static final String OTHER = NAMES.getLast();

    private Canaries() {}

    /** What must be in no file of a level. */
    static List<String> of(RedactionLevel level) {
        var all = new ArrayList<>(TYPED);
        all.addAll(CREDENTIALS);
        if (level != RedactionLevel.MINE) {
            all.addAll(PLACES);
        }
        if (level == RedactionLevel.PUBLIC) {
            all.addAll(NAMES);
        }
        return all;
    }

    /** All of them in one text, as programs write them. */
    static String text() {
        String typed = TYPED.getFirst();
        byte[] bytes = typed.getBytes(StandardCharsets.UTF_8);
        return String.join(
                " ; ",
                typed,
                TYPED.getLast().toUpperCase(Locale.ROOT),
                URLEncoder.encode(typed, StandardCharsets.UTF_8),
                Base64.getEncoder().encodeToString(bytes),
                Base64.getEncoder().encodeToString(("a:" + typed).getBytes(StandardCharsets.UTF_8)),
                Base64.getUrlEncoder()
                        .encodeToString(("x" + typed + "y").getBytes(StandardCharsets.UTF_8)),
                HexFormat.of().formatHex(bytes),
                "http://canarylogin:userinfo4canary@canaryhost.local:8080/snap?key=querykey4canary",
                "{\"password\": \"userinfo4canary\", \"psk4canary\": \"psk4canary\"}",
                "psk=psk4canary",
                "Cookie: session=cookie4canary",
                "\nauth_token c0ffee00c0ffee00c0ffee00",
                "ssid=\"КанарейкаНет\" bssid=b8:27:eb:c4:11:0d",
                "joined КанарейкаНет, " + URLEncoder.encode("КанарейкаНет", StandardCharsets.UTF_8),
                "B8-27-EB-C4-11-0D b827.ebc4.110d fe80::ba27:ebff:fec4:110d",
                "from 203.0.113.77 and [2001:db8:c0de::77]:443",
                "canary.bird@mail.example.org",
                "Serial : 10000000c4a11e57",
                "/home/canaryhome/.octoprint of canaryhome",
                "machine 6d1a4c3e-7b52-4f0e-9a77-aaaabbbbcccc",
                "by canarywho",
                "ssh canarylogin@canaryhost.local on 192.168.77.42, CANARYHOST says",
                "wss://obico.canarynest.example.com/ws",
                "Принтер Кенар and 🖨️ КАНАРЕЙКА №1",
                Base64.getEncoder()
                        .encodeToString("xПринтер Кенар".getBytes(StandardCharsets.UTF_8)),
                SampleFixes.PRINTER.toString(),
                "java.io.IOException: unexpected end of stream on"
                        + " http://canarylogin:userinfo4canary@192.168.77.42/",
                "-----BEGIN RSA PRIVATE KEY-----\npem4canary\n-----END RSA PRIVATE KEY-----");
    }

    /** A log with all of them. */
    static Enclosure log() {
        return new Enclosure(SampleFixes.PRINTER, "octoprint.log", "begin\n" + text() + "\nend\n");
    }

    /** A report with all of them everywhere. */
    static Report report(RedactionLevel level) {
        return new Report(
                SampleReports.MADE,
                "en",
                false,
                List.of(
                        printer(SampleFixes.PRINTER.toString(), NAMES.getFirst()),
                        printer(OTHER, NAMES.get(1))),
                List.of(
                        new SharedOutage(
                                SampleFixes.at(0),
                                SampleFixes.at(2),
                                List.of(SampleFixes.PRINTER.toString(), OTHER),
                                2,
                                1e-6,
                                "onset")),
                new ReportScope(null, null, level, "Just before: " + text()));
    }

    private static PrinterReport printer(String id, String name) {
        PrinterReport base = SampleReports.ill(id, name);
        Pane server = base.server();
        Pane webcam = base.webcam();
        if (server == null || webcam == null) {
            throw new IllegalStateException("both were measured");
        }
        Statement said =
                Statement.of("report.as_written", Statement.of("report.pane.down", said(), text()));
        Finding first = base.findings().getFirst();
        var finding =
                new Finding(
                        first.rule(),
                        first.verdict(),
                        first.severity(),
                        first.confidence(),
                        said,
                        List.of(new Evidence(true, said, 1.0, 2.0, text())),
                        said,
                        List.of("plan " + text()));
        return new PrinterReport(
                id,
                name,
                "canarylogin@canaryhost.local:2222",
                new Connection("lost", new ReportFailure("unreachable", text(), text())),
                base.coverage(),
                new Pane("https://obico.canarynest.example.com", server.figures(), odd(server)),
                new Pane(
                        "http://canarylogin:userinfo4canary@canaryhost.local/?key=querykey4canary",
                        webcam.figures(),
                        webcam.trace()),
                List.of(said),
                List.of(finding),
                List.of(
                        Fact.known("wifi.access_point", "APCANARY1", null),
                        Fact.known("wifi.ssid", "КанарейкаНет", null),
                        Fact.known("gateway.address", "192.168.77.42", null),
                        Fact.known("some.text", text(), text()),
                        Fact.known("key of " + text(), "1", null),
                        Fact.notChecked("other.text", text())),
                base.plugin() == null ? null : base.plugin().withAlerts(List.of(text())),
                List.of(fix(said)),
                details(id, said));
    }

    private static Duration said() {
        return Duration.ofSeconds(3);
    }

    /** A trace with a failure that no agent names. */
    private static Trace odd(Pane pane) {
        Segment segment = pane.trace().segments().getFirst();
        var slots = new ArrayList<>(segment.slots());
        Instant at = slots.getFirst().scheduled();
        slots.set(
                0,
                new Slot(
                        at,
                        at,
                        SlotState.FAILED,
                        Phase.CONNECT,
                        "psk=psk4canary 203.0.113.77",
                        null,
                        -1));
        return new Trace(List.of(new Segment(segment.cadence(), slots)));
    }

    private static ReportedFix fix(Statement said) {
        return new ReportedFix(
                SampleFixes.weakWifi().fixCase(),
                List.of(
                        SampleFixes.entry(
                                "e1",
                                "sample_power_save",
                                new ActionCall(
                                        "webcam.urls",
                                        Map.of("ssid", "КанарейкаНет", text(), text())),
                                "canarywho",
                                SampleFixes.at(1),
                                EntryState.DONE,
                                List.of(new ValueChange(text(), text(), text())),
                                text(),
                                said)));
    }

    private static PrinterDetails details(String id, Statement said) {
        Instant at = SampleFixes.at(1);
        return new PrinterDetails(
                "0.9 " + TYPED.getLast(),
                List.of(),
                List.of(),
                List.of(
                        new PastRecord(
                                "octoprint.log of " + text(),
                                at,
                                at,
                                List.of(
                                        new PastEvent(
                                                PastKind.SERVER_LOST,
                                                at,
                                                at,
                                                "token=querykey4canary",
                                                1)))),
                List.of(said),
                List.of(
                        new UserNote(
                                "n1",
                                new PrinterId(UUID.fromString(id)),
                                at,
                                at,
                                "Note " + text())));
    }
}
