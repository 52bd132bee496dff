package dev.linkscope.report;

import dev.linkscope.domain.Statement;
import dev.linkscope.domain.fix.ActionCall;
import dev.linkscope.domain.fix.CaseState;
import dev.linkscope.domain.fix.EntryState;
import dev.linkscope.domain.fix.FixCase;
import dev.linkscope.domain.fix.FixPane;
import dev.linkscope.domain.fix.LedgerEntry;
import dev.linkscope.domain.fix.Span;
import dev.linkscope.domain.fix.Trial;
import dev.linkscope.domain.fix.TrialState;
import dev.linkscope.domain.fix.ValueChange;
import dev.linkscope.domain.printer.PrinterId;
import dev.linkscope.domain.report.PrinterReport;
import dev.linkscope.domain.report.Report;
import dev.linkscope.domain.report.ReportedFix;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What was tried, for tests of everything that writes or reads a report. */
public final class SampleFixes {
    /** The printer of all samples. */
    public static final PrinterId PRINTER =
            new PrinterId(UUID.fromString("3f0c1de2-5a44-4a6b-9b7e-0c1d2e3f4a5b"));

    private SampleFixes() {}

    /** A moment of the sample traces, which are two hours long. */
    public static Instant at(int minutes) {
        return SampleTraces.START.plus(Duration.ofMinutes(minutes));
    }

    /** A report of one ill printer with which a lot was tried by two people. */
    public static Report tried() {
        return SampleReports.of(printer());
    }

    /** That printer. */
    public static PrinterReport printer() {
        return SampleReports.ill(PRINTER.toString(), "Prusa-07")
                .withFixes(List.of(weakWifi(), stream()));
    }

    /** Power save off did not help; the same room did, and the fault came back with the old one. */
    public static ReportedFix weakWifi() {
        return new ReportedFix(
                fixCase(
                        "case-1",
                        "sample_wifi",
                        FixPane.SERVER,
                        CaseState.OPEN,
                        new Trial(
                                "sample_power_save",
                                new Span(at(0), at(30)),
                                at(30),
                                List.of(),
                                null,
                                TrialState.NOT_FIXED,
                                at(50)),
                        new Trial(
                                "sample_same_room",
                                new Span(at(30), at(60)),
                                at(70),
                                List.of(new Span(at(60), at(65)), new Span(at(66), at(70))),
                                at(100),
                                TrialState.CONFIRMED,
                                at(115))),
                List.of(
                        entry(
                                "e1",
                                "sample_power_save",
                                new ActionCall("wifi.power_save", Map.of("mode", "off")),
                                "anna.schmidt",
                                at(29),
                                EntryState.DONE,
                                List.of(
                                        new ValueChange("wlan0: power save", "on", "off"),
                                        new ValueChange(
                                                "/etc/NetworkManager/conf.d/no-power-save.conf",
                                                null,
                                                "wifi.powersave = 2")),
                                "{\"whole\":\"file\"}",
                                SampleReports.said("It stays off after a restart.")),
                        entry(
                                "e2",
                                "sample_same_room",
                                null,
                                "anna.schmidt",
                                at(70),
                                EntryState.DONE,
                                List.of(),
                                null),
                        entry(
                                "e3",
                                "sample_power_save",
                                new ActionCall("wifi.power_save", Map.of("mode", "on")),
                                "boris",
                                at(101),
                                EntryState.INTERRUPTED,
                                List.of(new ValueChange("wlan0: power save", "off", "on")),
                                null,
                                Statement.of("report.pane.down", Duration.ofSeconds(3), "12%"))));
    }

    /** A stream URL that is not decided, of a plan that nobody has words for. */
    public static ReportedFix stream() {
        return new ReportedFix(
                fixCase(
                        "case-2",
                        "no_words_for_this_plan",
                        FixPane.WEBCAM,
                        CaseState.PAUSED,
                        new Trial(
                                "no_words_for_this_step",
                                new Span(at(60), at(90)),
                                at(90),
                                List.of(),
                                null,
                                TrialState.WATCHING,
                                null)),
                List.of(
                        entry(
                                "e4",
                                "no_words_for_this_step",
                                new ActionCall("webcam.urls", Map.of()),
                                "anna.schmidt",
                                at(89),
                                EntryState.BEGUN,
                                List.of(
                                        new ValueChange(
                                                "webcam.streamUrl",
                                                "/webcam/?action=stream",
                                                "http://10.0.0.7:8080/?action=stream")),
                                null)));
    }

    /** A case of the sample printer. */
    public static FixCase fixCase(
            String id, String plan, FixPane pane, CaseState state, Trial... trials) {
        return new FixCase(
                id,
                "group-" + id,
                PRINTER,
                plan,
                "wifi.weak",
                pane,
                at(0),
                trials[trials.length - 1].step(),
                List.of(trials),
                state,
                state == CaseState.PAUSED ? at(3_000) : null);
    }

    /** An entry of the first case. */
    public static LedgerEntry entry(
            String id,
            String step,
            @Nullable ActionCall action,
            String who,
            Instant begun,
            EntryState state,
            List<ValueChange> changes,
            @Nullable String undo,
            Statement... said) {
        return new LedgerEntry(
                id,
                id.equals("e4") ? "case-2" : "case-1",
                PRINTER,
                step,
                action,
                who,
                begun,
                state == EntryState.BEGUN ? null : begun.plusSeconds(5),
                state,
                changes,
                undo,
                List.of(said));
    }
}
