package dev.linkscope.engine.farm;

import dev.linkscope.domain.coverage.NotMeasured;
import dev.linkscope.domain.coverage.Segment;
import dev.linkscope.domain.coverage.Slot;
import dev.linkscope.domain.coverage.Trace;
import dev.linkscope.domain.diagnosis.BrokenSpan;
import dev.linkscope.domain.diagnosis.Layer;
import dev.linkscope.domain.fact.Fact;
import dev.linkscope.domain.loss.Pattern;
import dev.linkscope.domain.loss.PatternKind;
import dev.linkscope.domain.printer.Labels;
import dev.linkscope.domain.printer.Printer;
import dev.linkscope.domain.printer.PrinterId;
import dev.linkscope.domain.printer.Target;
import dev.linkscope.domain.probe.JointCounts;
import dev.linkscope.domain.probe.Phase;
import dev.linkscope.engine.AgentInfo;
import dev.linkscope.engine.LinkState;
import dev.linkscope.engine.PaneSnapshot;
import dev.linkscope.engine.SessionSnapshot;
import dev.linkscope.engine.SideEvidence;
import dev.linkscope.stats.PaneJudge;
import dev.linkscope.stats.Thresholds;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/** Snapshots out of text: 1 ok, 0 failed, . unreachable from here, P the Pi was off. */
final class FarmSessions {
    static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");
    static final Duration CADENCE = Duration.ofSeconds(10);

    private static final Pattern NONE =
            new Pattern(PatternKind.NONE, null, null, null, null, null, null);

    private FarmSessions() {}

    static Target ssh(int number) {
        return new Target.Ssh("pi" + number, null, null, null);
    }

    static PrinterId id(int number) {
        return new PrinterId(new UUID(0, number));
    }

    static Instant slot(int index) {
        return NOON.plus(CADENCE.multipliedBy(index));
    }

    static SessionSnapshot of(int number, String row, Fact... facts) {
        return of(number, ssh(number), 0, row, facts);
    }

    /** A printer whose row begins with that slot after noon. */
    static SessionSnapshot of(int number, Target target, int first, String row, Fact... facts) {
        List<Slot> slots = new ArrayList<>();
        for (char state : row.toCharArray()) {
            // Each Pi has a phase of its own within the cadence.
            Instant at = slot(first + slots.size()).plusMillis(700L * (number % 10));
            slots.add(slot(state, at));
        }
        Trace trace = new Trace(List.of(new Segment(CADENCE, slots)));
        var printer =
                new Printer(id(number), "P" + number, target, Printer.CLOUD, null, CADENCE)
                        .withLabels(new Labels(number < 8 ? "hall" : "attic", List.of()));
        boolean lost = row.endsWith(".");
        return new SessionSnapshot(
                printer,
                1,
                slot(first + row.length()),
                lost ? LinkState.WAITING : LinkState.MEASURING,
                null,
                null,
                new AgentInfo("1", "3.11", NOON, 0, 0, 0, 0),
                new PaneSnapshot(
                        "https://app.obico.io",
                        PaneJudge.describe(trace, Thresholds.DEFAULT, NONE),
                        trace,
                        List.of()),
                null,
                List.of(),
                List.of(facts),
                new SideEvidence(broken(slots), List.of(), List.of(), null, List.of(), List.of()),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                row.length(),
                0);
    }

    private static Slot slot(char state, Instant at) {
        return switch (state) {
            case '1' -> Slot.ok(at, 20_000);
            case '0' -> Slot.failed(at, Phase.CONNECT);
            case 'P' -> Slot.notMeasured(at, NotMeasured.PI_OFF);
            default -> Slot.notMeasured(at, NotMeasured.UNREACHABLE_FROM_HERE);
        };
    }

    /** The router answered, the internet did not. */
    private static List<BrokenSpan> broken(List<Slot> slots) {
        return slots.stream()
                .filter(Slot::failed)
                .map(slot ->
                        new BrokenSpan(
                                slot.started(),
                                slot.started(),
                                Layer.INTERNET,
                                1,
                                new JointCounts(2, 0),
                                new JointCounts(2, 2)))
                .toList();
    }
}
