package dev.linkscope.store;

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
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Made-up cases and changes for tests. */
public final class MadeFixes {
    public static final PrinterId PRINTER =
            new PrinterId(UUID.fromString("3f0c1de2-5a44-4a6b-9b7e-0c1d2e3f4a5b"));

    private MadeFixes() {}

    public static Instant at(long seconds) {
        return Made.START.plusSeconds(seconds);
    }

    /** A case with these trials. */
    public static FixCase fixCase(String id, long begun, Trial... trials) {
        return new FixCase(
                id,
                "group-" + id,
                PRINTER,
                "weak_wifi",
                "wifi.weak",
                FixPane.WEBCAM,
                at(begun),
                "cable",
                List.of(trials),
                CaseState.PAUSED,
                at(begun + 86_400));
    }

    /** A trial with two spans without power. */
    public static Trial trial(TrialState state, @Nullable Instant decided) {
        return new Trial(
                "same_room",
                new Span(at(-7_200), at(0)),
                at(600),
                List.of(new Span(at(0), at(200)), new Span(at(300), at(600))),
                state == TrialState.UNDONE ? at(900) : null,
                state,
                decided);
    }

    /** An entry with something in every field. */
    public static LedgerEntry entry(String id, long begun, EntryState state) {
        return new LedgerEntry(
                id,
                "case-1",
                PRINTER,
                "power_save_off",
                new ActionCall("wifi.power_save", Map.of("interface", "wlan0", "mode", "off")),
                "anna",
                at(begun),
                state == EntryState.BEGUN ? null : at(begun + 3),
                state,
                List.of(
                        new ValueChange("wlan0: power save", "on", "off"),
                        new ValueChange("/etc/new", null, "line"),
                        new ValueChange("/etc/old", "line", null)),
                "{\"mode\":\"on\"}",
                List.of(
                        Statement.of(
                                "report.as_written",
                                "text",
                                7,
                                7L,
                                8_000_000_000L,
                                0.25,
                                5.0,
                                true,
                                Instant.parse("2026-11-22T10:00:00.123456789Z"),
                                Duration.ofMillis(1500),
                                Statement.of("nested", Statement.of("deeper", 1), "a")),
                        Statement.of("bare")));
    }
}
