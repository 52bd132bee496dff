package dev.linkscope.engine.farm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.linkscope.domain.Statement;
import dev.linkscope.domain.diagnosis.Layer;
import dev.linkscope.domain.fact.Fact;
import dev.linkscope.domain.printer.Target;
import dev.linkscope.engine.SessionSnapshot;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(30)
class FarmRoundsTest {
    private final FarmRounds rounds = new FarmRounds(() -> FarmSessions.NOON);

    private static List<SessionSnapshot> farm(int printers, IntFunction<String> rows) {
        return IntStream.range(0, printers)
                .mapToObj(i -> FarmSessions.of(i, rows.apply(i)))
                .toList();
    }

    private static String down(int before, int length, int after) {
        return "1".repeat(before) + "0".repeat(length) + "1".repeat(after);
    }

    @Test
    void aSharedOutageIsExplainedAndLeftOutOfOwnRates() {
        FarmView view = rounds.look(farm(10, i -> i < 8 ? down(300, 12, 408) : down(100, 1, 619)));
        assertThat(view.shared()).hasSize(1);
        FarmView.Shared outage = view.shared().getFirst();
        assertThat(outage.where()).isEqualTo(Layer.INTERNET);
        assertThat(outage.members()).hasSize(8).doesNotContain(FarmSessions.id(9));
        assertThat(outage.measured()).isEqualTo(10);
        assertThat(outage.lasts()).isFalse();
        assertThat(Duration.between(FarmSessions.slot(300), outage.from()).abs())
                .isLessThanOrEqualTo(FarmSessions.CADENCE);
        assertThat(Duration.between(FarmSessions.slot(312), outage.to()).abs())
                .isLessThanOrEqualTo(FarmSessions.CADENCE);
        assertThat(outage.explanation())
                .extracting(Statement::key)
                .startsWith("farm_cause.happened", "farm_cause.uplink");
        assertThat(view.ownRates()).hasSize(10);
        assertThat(view.ownRates().get(FarmSessions.id(0))).isZero();
        assertThat(view.ownRates().get(FarmSessions.id(9))).isCloseTo(1 / 720.0, within(1e-9));
        assertThat(view.revision()).isPositive();
    }

    @Test
    void halfTheFarmSwitchedOffIsNoOutage() {
        FarmView view =
                rounds.look(
                        farm(
                                12,
                                i ->
                                        i < 6
                                                ? "1".repeat(300)
                                                        + "P".repeat(200)
                                                        + "1".repeat(220)
                                                : "1".repeat(720)));
        assertThat(view.shared()).isEmpty();
        assertThat(view.ownRates().values()).allMatch(rate -> rate == 0);
    }

    @Test
    void thisComputersLostLinkIsNoOutage() {
        String hole = "1".repeat(300) + ".".repeat(200);
        assertThat(rounds.look(farm(12, _ -> hole)).shared()).isEmpty();
        assertThat(rounds.look(farm(12, _ -> hole + "1".repeat(220))).shared()).isEmpty();
    }

    @Test
    void anOutageThatThisComputerLostSightOfIsOne() {
        String row = down(300, 30, 0) + ".".repeat(10) + "0".repeat(30) + "1".repeat(350);
        assertThat(rounds.look(farm(8, _ -> row)).shared()).hasSize(1);
    }

    @Test
    void whatIsMeasuredHereIsNotCompared() {
        List<SessionSnapshot> local = new ArrayList<>();
        List<SessionSnapshot> simulated = new ArrayList<>();
        for (int i = 0; i < 6; i++) {
            String row = down(300, 30, 390);
            local.add(FarmSessions.of(i, new Target.Local(), 0, row));
            simulated.add(FarmSessions.of(i, new Target.Simulated("x"), 0, row));
        }
        assertThat(rounds.look(local).ownRates()).isEmpty();
        assertThat(rounds.look(simulated).shared()).hasSize(1);
    }

    /** Seven hours of a dead router, seen through a window of two. */
    @Test
    void keepsItsBeginWhileItGrowsAndAfterTheSpanHasLeftItBehind() {
        String day = down(1_000, 2_520, 1_000);
        FarmView.Shared first = null;
        for (int end = 1_006; end < 3_500; end += 90) {
            int to = end;
            int from = Math.max(0, end - 720);
            List<SessionSnapshot> farm =
                    IntStream.range(0, 6)
                            .mapToObj(i ->
                                    FarmSessions.of(
                                            i, FarmSessions.ssh(i), from, day.substring(from, to)))
                            .toList();
            FarmView view = rounds.look(farm);
            assertThat(view.shared()).as("slot " + end).hasSize(1);
            FarmView.Shared now = view.shared().getFirst();
            first = first == null ? now : first;
            assertThat(now.from()).isEqualTo(first.from());
            assertThat(now.members()).hasSize(6);
            assertThat(now.lasts()).isTrue();
        }
        List<SessionSnapshot> after = new ArrayList<>();
        for (int i = 0; i < 6; i++) {
            after.add(FarmSessions.of(i, FarmSessions.ssh(i), 2_900, day.substring(2_900, 3_620)));
        }
        assertThat(first).isNotNull();
        assertThat(rounds.look(after).shared())
                .singleElement()
                .satisfies(outage -> {
                    assertThat(outage.lasts()).isFalse();
                    assertThat(Duration.between(outage.to(), FarmSessions.slot(3_520)).abs())
                            .isLessThanOrEqualTo(FarmSessions.CADENCE);
                });
    }

    @Test
    void sayingTheSameAgainIsNoNews() {
        List<SessionSnapshot> farm = farm(6, _ -> down(300, 12, 408));
        FarmView view = rounds.look(farm);
        assertThat(rounds.look(farm)).isSameAs(view);
    }

    @Test
    void theSickOfOneAccessPointAreNoticed() {
        Fact bad = Fact.known("wifi.access_point", "B", null);
        Fact good = Fact.known("wifi.access_point", "A", null);
        List<SessionSnapshot> farm = new ArrayList<>();
        for (int i = 0; i < 16; i++) {
            // Every ninth slot of each fails, never together with another printer's.
            String own = ("1".repeat(i) + "0" + "1".repeat(8 - i % 9)).repeat(80);
            String row = i < 7 ? own.substring(0, 720) : "1".repeat(720);
            farm.add(FarmSessions.of(i, row, i < 7 ? bad : good));
        }
        FarmView view = rounds.look(farm);
        FarmView.CommonTrait trait =
                view.traits().stream()
                        .filter(one -> one.trait().equals("access_point"))
                        .findFirst()
                        .orElseThrow();
        assertThat(trait.value()).isEqualTo("B");
        assertThat(List.of(trait.sickWith(), trait.sick(), trait.wellWith(), trait.well()))
                .containsExactly(7, 7, 0, 9);
        assertThat(trait.printers()).hasSize(7);
        assertThat(trait.pValue()).isLessThan(0.01);
    }

    /** The attic's router was dead for an hour: nobody is sick of that. */
    @Test
    void aSharedOutageMakesNobodySick() {
        FarmView view = rounds.look(farm(16, i -> i >= 8 ? down(200, 360, 160) : "1".repeat(720)));
        assertThat(view.shared()).hasSize(1);
        assertThat(view.shared().getFirst().members()).hasSize(8);
        assertThat(view.traits()).isEmpty();
    }

    @Test
    void onePrinterHasNobodyToBeComparedWith() {
        FarmView view = rounds.look(farm(1, _ -> down(300, 30, 390)));
        assertThat(view.shared()).isEmpty();
        assertThat(view.ownRates()).isEmpty();
        assertThat(rounds.look(List.of()).shared()).isEmpty();
    }
}
