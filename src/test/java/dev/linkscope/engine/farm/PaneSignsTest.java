package dev.linkscope.engine.farm;

import static org.assertj.core.api.Assertions.assertThat;

import dev.linkscope.domain.coverage.NotMeasured;
import dev.linkscope.domain.coverage.Segment;
import dev.linkscope.domain.coverage.Slot;
import dev.linkscope.domain.coverage.Trace;
import dev.linkscope.domain.diagnosis.Severity;
import dev.linkscope.domain.probe.Phase;
import dev.linkscope.engine.PaneSnapshot;
import dev.linkscope.stats.PaneJudge;
import dev.linkscope.stats.Thresholds;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.function.IntPredicate;
import org.junit.jupiter.api.Test;

/** Signs read from real figures of made-up traces. */
class PaneSignsTest {
    private static final Instant START = Instant.parse("2026-11-22T10:00:00Z");
    private static final Duration CADENCE = Duration.ofSeconds(10);

    private static Instant at(int slot) {
        return START.plus(CADENCE.multipliedBy(slot));
    }

    private static List<Slot> slots(int count, IntPredicate fails) {
        var slots = new ArrayList<Slot>();
        for (int i = 0; i < count; i++) {
            slots.add(fails.test(i) ? Slot.failed(at(i), Phase.CONNECT) : Slot.ok(at(i), 90_000));
        }
        return slots;
    }

    private static Sign sign(List<Slot> slots) {
        var trace = new Trace(List.of(new Segment(CADENCE, slots)));
        var figures = PaneJudge.judge(trace, Thresholds.DEFAULT.withPermutations(99));
        return PaneSigns.of(
                "server",
                "Prusa",
                new PaneSnapshot("", figures, trace, List.of()),
                Optional.empty());
    }

    @Test
    void sixFailuresInARowAreAnOutageThatLasts() {
        assertThat(sign(slots(500, slot -> slot >= 495))).isNotInstanceOf(Sign.Bad.class);
        assertThat(sign(slots(500, slot -> slot >= 494)))
                .isInstanceOfSatisfying(
                        Sign.Bad.class,
                        bad -> {
                            assertThat(bad.began()).isEqualTo(at(494));
                            assertThat(bad.needed()).isZero();
                            assertThat(bad.severity()).isEqualTo(Severity.CRITICAL);
                        });
    }

    @Test
    void anOldOutageIsNoTroubleOfNow() {
        assertThat(sign(slots(600, slot -> slot >= 100 && slot < 400)))
                .isInstanceOfSatisfying(
                        Sign.Well.class,
                        well -> assertThat(well.measured()).isEqualTo(CADENCE.multipliedBy(200)));
    }

    @Test
    void scatteredFailuresAreTroubleUntilTheyStayAwayLongerThanChanceAllows() {
        var random = new Random(7);
        IntPredicate often = slot -> random.nextDouble() < 0.1;
        List<Slot> slots = slots(700, often);
        assertThat(sign(slots))
                .isInstanceOfSatisfying(
                        Sign.Bad.class,
                        bad -> {
                            assertThat(bad.severity()).isEqualTo(Severity.WATCH);
                            assertThat(bad.what().key()).isEqualTo("incident.server.watch");
                            assertThat(bad.needed()).isEqualTo(IncidentLimits.STATE);
                        });
        for (int i = 700; i < 760; i++) {
            slots.add(Slot.ok(at(i), 90_000));
        }
        assertThat(sign(slots))
                .isInstanceOfSatisfying(
                        Sign.Well.class,
                        well -> {
                            assertThat(well.enough())
                                    .isBetween(Duration.ofMinutes(6), Duration.ofMinutes(10));
                            assertThat(well.measured()).isGreaterThan(well.enough());
                        });
    }

    @Test
    void ablindSpotSaysNothing() {
        List<Slot> slots = slots(500, slot -> slot > 480);
        slots.add(Slot.notMeasured(at(500), NotMeasured.UNREACHABLE_FROM_HERE));
        assertThat(sign(slots)).isEqualTo(Sign.UNKNOWN);
        List<Slot> seen = slots(500, slot -> slot > 200 && slot < 230);
        seen.subList(250, 450)
                .replaceAll(slot -> Slot.notMeasured(slot.scheduled(), NotMeasured.NOT_ASKED));
        assertThat(sign(seen))
                .as("time that was not measured is not quiet time")
                .isInstanceOfSatisfying(
                        Sign.Well.class,
                        well -> assertThat(well.measured()).isEqualTo(CADENCE.multipliedBy(70)));
    }

    @Test
    void aHealthyPaneIsWell() {
        assertThat(sign(slots(300, _ -> false))).isInstanceOf(Sign.Well.class);
        assertThat(sign(slots(300, slot -> slot == 299)))
                .isInstanceOfSatisfying(
                        Sign.Well.class, well -> assertThat(well.measured()).isZero());
    }
}
